package io.throughline.web.mail;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.notification.Outbox;
import io.throughline.foundation.notification.OutboxQueries;
import io.throughline.foundation.notification.OutboxState;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what waits to be mailed and what was given up, and tries again. */
@Controller
@RequiredArgsConstructor
class OutboxController {

    private final OutboxQueries queries;
    private final Outbox outbox;

    @GetMapping("/admin/outbox")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "PENDING") OutboxState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("configured", queries.isMailConfigured(viewer));
        model.addAttribute("counts", queries.counts(viewer));
        model.addAttribute("state", state);
        model.addAttribute("page", queries.page(viewer, state, PageRequest.of(after, before, size)));
        return "admin/outbox";
    }

    @PostMapping("/admin/outbox/{id}/attempt")
    String tryAgain(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        outbox.tryAgain(viewer, id);
        Toast.done("web.mail.tryingAgain").after(redirect);
        return "redirect:/admin/outbox";
    }
}
