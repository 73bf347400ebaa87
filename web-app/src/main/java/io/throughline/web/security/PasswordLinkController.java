package io.throughline.web.security;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.PasswordLinks;
import io.throughline.foundation.people.SetPassword;
import io.throughline.foundation.people.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks for a link by mail and sets a password by it. Known and unknown names get the same answer in the same time: the
 * work is done after the answer.
 */
@Controller
class PasswordLinkController {

    private final PasswordLinks links;
    private final SignIns signIns;
    private final Executor afterwards;

    PasswordLinkController(
            PasswordLinks links, SignIns signIns, @Qualifier("applicationTaskExecutor") Executor afterwards) {
        this.links = links;
        this.signIns = signIns;
        this.afterwards = afterwards;
    }

    @GetMapping("/forgot-password")
    String ask() {
        return "security/forgot-password";
    }

    @PostMapping("/forgot-password")
    String send(
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (name.isBlank()) {
            return "redirect:/forgot-password";
        }
        if (!signIns.mayAsk(name, request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(SignIns.WINDOW.toSeconds()));
            model.addAttribute("tooMany", true);
            return "security/forgot-password";
        }
        afterwards.execute(() -> links.forgotten(name));
        return "redirect:/forgot-password?sent";
    }

    @GetMapping("/reset-password")
    String show(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        model.addAttribute("form", new SetPassword(token, "", ""));
        return page(token, model, response);
    }

    @PostMapping("/reset-password")
    String set(
            @Valid @ModelAttribute("form") SetPassword form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                links.use(form);
                return "redirect:/login?passwordSet";
            } catch (RuleViolation e) {
                errors.rejectValue(e.field() == null ? "password" : e.field(), e.key(), e.args(), null);
            }
        }
        return page(form.token() == null ? "" : form.token(), model, response);
    }

    /** The address holds the secret, so it is told to nobody. */
    private String page(String token, Model model, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("login", links.loginOf(token).orElse(null));
        return "security/reset-password";
    }
}
