package io.throughline.web.inbox;

import io.throughline.foundation.notification.Inbox;
import io.throughline.foundation.notification.InboxView;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One record's row: read, put off, mute, and each of them undone. */
@Controller
@RequestMapping("/inbox/{id}")
@RequiredArgsConstructor
class InboxEntryController {

    private final Inbox inbox;
    private final Clock clock;

    /** Where the person was before. */
    @ModelAttribute("from")
    InboxView from(@RequestParam(defaultValue = "UNREAD") InboxView view) {
        return view;
    }

    @PostMapping("/reading")
    String read(Viewer viewer, @PathVariable long id, @ModelAttribute("from") InboxView from) {
        inbox.read(viewer, id);
        return back(from);
    }

    @PostMapping("/reading/removal")
    String unread(Viewer viewer, @PathVariable long id, @ModelAttribute("from") InboxView from) {
        inbox.unread(viewer, id);
        return back(from);
    }

    /** For a stretch that has a name, or until the time typed, in the viewer's zone. */
    @PostMapping("/snooze")
    String snooze(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Snooze stretch,
            @RequestParam(required = false) @Nullable LocalDateTime until,
            @ModelAttribute("from") InboxView from,
            RedirectAttributes redirect) {
        var end = until != null
                ? until.atZone(viewer.zone()).toInstant()
                : (stretch == null ? Snooze.TOMORROW : stretch).end(clock.instant(), viewer.zone());
        inbox.snooze(viewer, id, end);
        Toast.done("web.inbox.snoozed").undo("/inbox/" + id + "/snooze/removal").after(redirect);
        return back(from);
    }

    @PostMapping("/snooze/removal")
    String wake(Viewer viewer, @PathVariable long id, @ModelAttribute("from") InboxView from) {
        inbox.wake(viewer, id);
        return back(from);
    }

    @PostMapping("/mute")
    String mute(
            Viewer viewer, @PathVariable long id, @ModelAttribute("from") InboxView from, RedirectAttributes redirect) {
        inbox.mute(viewer, id);
        Toast.done("web.inbox.muted").undo("/inbox/" + id + "/mute/removal").after(redirect);
        return back(from);
    }

    @PostMapping("/mute/removal")
    String unmute(Viewer viewer, @PathVariable long id, @ModelAttribute("from") InboxView from) {
        inbox.unmute(viewer, id);
        return back(from);
    }

    private static String back(InboxView from) {
        return "redirect:/inbox?view=" + from;
    }
}
