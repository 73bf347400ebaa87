package io.throughline.web.inbox;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.notification.Inbox;
import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.notification.InboxView;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Tab;
import io.throughline.web.shell.Toast;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists what happened to a person's records, one row a record, and reads all of it. */
@Controller
@RequiredArgsConstructor
class InboxController {

    private final InboxQueries queries;
    private final Inbox inbox;

    @GetMapping("/inbox")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "UNREAD") InboxView view,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("tabs", tabs());
        model.addAttribute("page", queries.page(viewer, view, PageRequest.of(after, before, size)));
        return "inbox/list";
    }

    @PostMapping("/inbox/reading")
    String readAll(Viewer viewer, RedirectAttributes redirect) {
        Toast.done("web.inbox.allRead", inbox.readAll(viewer)).after(redirect);
        return "redirect:/inbox";
    }

    private static List<Tab> tabs() {
        return Arrays.stream(InboxView.values())
                .map(view -> new Tab(view.name(), "enum.InboxView." + view, "/inbox?view=" + view, null))
                .toList();
    }
}
