package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketMerges;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merges, splits, ties and takes up tickets again, and lets people watch them. */
@Controller
@RequiredArgsConstructor
class TicketTieController {

    private final TicketMerges merges;
    private final TicketDetailQueries queries;
    private final Watchers watchers;

    @PostMapping("/tickets/{number}/merge")
    String merge(Viewer viewer, @PathVariable String number, @RequestParam String into, RedirectAttributes redirect) {
        return answer(
                viewer, number, redirect, "aftersales.ticket.mergedNow", () -> merges.merge(viewer, number, into));
    }

    @PostMapping("/tickets/{number}/messages/{message}/split")
    String split(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long message,
            @RequestParam(defaultValue = "") String subject,
            RedirectAttributes redirect) {
        var title = subject.isBlank() ? queries.detail(viewer, number).subject() : subject;
        return answer(
                viewer,
                number,
                redirect,
                "aftersales.ticket.splitNow",
                () -> merges.split(viewer, number, message, title));
    }

    @PostMapping("/tickets/{number}/follow-up")
    String followUp(
            Viewer viewer, @PathVariable String number, @RequestParam String body, RedirectAttributes redirect) {
        return answer(
                viewer, number, redirect, "aftersales.ticket.followedUp", () -> merges.followUp(viewer, number, body));
    }

    @PostMapping("/tickets/{number}/links")
    String link(Viewer viewer, @PathVariable String number, @RequestParam String other, RedirectAttributes redirect) {
        return answer(viewer, number, redirect, "aftersales.ticket.linkedNow", () -> {
            merges.link(viewer, number, other);
            return number;
        });
    }

    @PostMapping("/tickets/{number}/links/{other}/removal")
    String unlink(Viewer viewer, @PathVariable String number, @PathVariable String other, RedirectAttributes redirect) {
        return answer(viewer, number, redirect, "aftersales.ticket.unlinkedNow", () -> {
            merges.unlink(viewer, number, other);
            return number;
        });
    }

    @PostMapping("/tickets/{number}/watch")
    String watch(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "true") boolean on,
            RedirectAttributes redirect) {
        var subject = TicketSubject.of(queries.detail(viewer, number).id());
        if (on) {
            watchers.watch(viewer, subject);
        } else {
            watchers.unwatch(viewer, subject);
        }
        Toast.done(on ? "aftersales.ticket.watching" : "aftersales.ticket.unwatched")
                .after(redirect);
        return "redirect:/tickets/" + number;
    }

    /** Leads to the ticket the act ended at, or back with the reason why not; back only to a ticket there is. */
    private String answer(
            Viewer viewer, String number, RedirectAttributes redirect, String done, Supplier<String> act) {
        try {
            var end = act.get();
            Toast.done(done, end).after(redirect);
            return "redirect:/tickets/" + end;
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        } catch (NotFound missing) {
            queries.detail(viewer, number);
            Toast.refused("aftersales.ticket.unknownNumber").after(redirect);
        }
        return "redirect:/tickets/" + number;
    }
}
