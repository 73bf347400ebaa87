package io.throughline.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where the security chain forwards to when somebody knocks at a door that is not theirs. */
@Controller
class ForbiddenController {

    @RequestMapping("/error/forbidden")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String forbidden(HttpServletRequest request, Model model) {
        model.addAttribute("incident", Incident.of(request));
        return "error/403";
    }
}
