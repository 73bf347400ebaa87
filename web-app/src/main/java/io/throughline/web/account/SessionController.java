package io.throughline.web.account;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.OpenSessions;
import io.throughline.web.shell.Toast;
import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the person is signed in, and how to end that from afar. */
@Controller
@RequestMapping("/account/sessions")
@RequiredArgsConstructor
class SessionController {

    private final OpenSessions sessions;

    @GetMapping
    String list(Viewer viewer, HttpServletRequest request, Model model) {
        AccountFrame.into(model, viewer);
        model.addAttribute("sessions", sessions.of(viewer, current(request)));
        return "account/sessions";
    }

    @PostMapping("/{handle}/removal")
    String end(@PathVariable String handle, Viewer viewer, RedirectAttributes redirect) {
        sessions.end(viewer, handle);
        Toast.done("web.account.sessionEnded").after(redirect);
        return "redirect:/account/sessions";
    }

    @PostMapping("/removal")
    String endOthers(Viewer viewer, HttpServletRequest request, RedirectAttributes redirect) {
        sessions.endOthers(viewer, current(request));
        Toast.done("web.account.sessionsEnded").after(redirect);
        return "redirect:/account/sessions";
    }

    private static @Nullable String current(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
