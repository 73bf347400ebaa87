package io.throughline.web.shell;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.KeptForm;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the security chain forwards to when somebody knocks at a door that is not theirs, or where there is no door. */
@Controller
@RequiredArgsConstructor
class ForbiddenController {

    private final AddressBook book;

    @RequestMapping("/error/forbidden")
    String forbidden(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("incident", Incident.of(request));
        if (leadsNowhere(request)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "error/404";
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        boolean stale = request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
        model.addAttribute("stale", stale);
        if (stale) {
            keep(request, model);
        }
        return "error/403";
    }

    /** A form without a session, from a browser that has had none. */
    @RequestMapping("/error/kept")
    String kept(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("incident", Incident.of(request));
        model.addAttribute("stale", true);
        keep(request, model);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        return "error/403";
    }

    /** The token is made before the page is written: its cookie cannot be sent afterwards. */
    private static void keep(HttpServletRequest request, Model model) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        KeptForm.of(request).ifPresent(form -> model.addAttribute("kept", form));
    }

    private boolean leadsNowhere(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String asked
                && book.ruleFor(
                                HttpMethod.valueOf(request.getMethod()),
                                asked.substring(request.getContextPath().length()))
                        .isEmpty();
    }
}
