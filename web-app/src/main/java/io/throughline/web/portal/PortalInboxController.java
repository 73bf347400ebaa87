package io.throughline.web.portal;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.notification.Inbox;
import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.notification.InboxView;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Tab;
import io.throughline.web.shell.Toast;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What happened to a contact's tickets and projects: the same notices that come by mail, to be read here. */
@Controller
@RequiredArgsConstructor
class PortalInboxController {

    private static final List<Tab> TABS = List.of(
            Tab.of("UNREAD", "portal.inbox.unread", "/portal/inbox"),
            Tab.of("ALL", "portal.inbox.all", "/portal/inbox?view=all"));

    private final InboxQueries queries;
    private final Inbox inbox;

    @GetMapping("/portal/inbox")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "unread") String view,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        var shown = view.equals("all") ? InboxView.ALL : InboxView.UNREAD;
        model.addAttribute("view", shown);
        model.addAttribute("tabs", TABS);
        model.addAttribute("page", queries.page(viewer, shown, PageRequest.of(after, before, size)));
        return "portal/inbox";
    }

    @PostMapping("/portal/inbox/reading")
    String readAll(Viewer viewer, RedirectAttributes redirect) {
        inbox.readAll(viewer);
        Toast.done("portal.inbox.allRead").after(redirect);
        return "redirect:/portal/inbox";
    }

    @PostMapping("/portal/inbox/{id}/reading")
    String read(Viewer viewer, @PathVariable long id) {
        inbox.read(viewer, id);
        return "redirect:/portal/inbox";
    }
}
