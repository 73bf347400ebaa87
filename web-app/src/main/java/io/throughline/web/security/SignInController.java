package io.throughline.web.security;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.FirstAdministrator;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The sign-in page, and the way from the bare address to the home of a person's role. */
@Controller
@RequiredArgsConstructor
class SignInController {

    private final List<DemoSignIns> demo;
    private final FirstAdministrator first;

    @GetMapping("/login")
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute(
                "demoSignIns", demo.stream().flatMap(d -> d.names().stream()).toList());
        model.addAttribute("setup", first.isWanted());
        return CurrentViewer.of(request).isPresent() ? "redirect:/" : "security/login";
    }

    /** The page again, with the name as typed; nobody comes here without having been refused. */
    @PostMapping("/error/locked")
    String locked(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(TooManyTries.class.getName()) instanceof TooManyTries tries)) {
            throw new NotFound("page", "locked");
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, tries.pause().toSeconds())));
        model.addAttribute("locked", true);
        model.addAttribute("demoSignIns", List.of());
        model.addAttribute("setup", false);
        return "security/login";
    }

    @GetMapping("/")
    String home(Viewer viewer) {
        return "redirect:" + homeOf(viewer);
    }

    static String homeOf(Viewer viewer) {
        if (viewer.isCustomer()) {
            return "/portal";
        }
        if (viewer.has(Role.MANAGER)) {
            return "/insights";
        }
        if (viewer.has(Role.SUPPORT_AGENT)) {
            return "/tickets?view=my";
        }
        if (viewer.hasAny(Role.ACCOUNT_EXECUTIVE, Role.SALES)) {
            return "/customers";
        }
        if (viewer.has(Role.RESOURCE_COORDINATOR)) {
            return "/resources";
        }
        if (viewer.has(Role.ADMIN)) {
            return "/admin/health";
        }
        return "/my";
    }
}
