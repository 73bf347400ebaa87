package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.ChangeStatus;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves a ticket along its course; resolution and closure are things of their own. */
@Controller
@RequiredArgsConstructor
class TicketStatusController {

    private final Tickets tickets;
    private final HoldTimes holdTimes;

    @InitBinder
    void readHolds(WebDataBinder binder) {
        binder.registerCustomEditor(Instant.class, new HoldTimes.Editor());
    }

    @PostMapping("/tickets/{number}/status")
    String move(
            Viewer viewer,
            @PathVariable String number,
            @ModelAttribute ChangeStatus command,
            @RequestParam(required = false) @Nullable HoldPreset holdFor,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        return answer(
                number,
                back,
                redirect,
                "aftersales.ticket.statusSet",
                () -> tickets.changeStatus(viewer, number, command.until(holdTimes.chosen(viewer, holdFor))));
    }

    @PostMapping("/tickets/{number}/resolution")
    String resolve(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        return answer(number, back, redirect, "aftersales.ticket.resolvedNow", () -> tickets.resolve(viewer, number));
    }

    @PostMapping("/tickets/{number}/resolution/removal")
    String reopen(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        return answer(number, back, redirect, "aftersales.ticket.reopenedNow", () -> tickets.reopen(viewer, number));
    }

    @PostMapping("/tickets/{number}/closure")
    String close(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        return answer(
                number,
                back,
                redirect,
                "aftersales.ticket.closedNow",
                () -> tickets.changeStatus(viewer, number, ChangeStatus.to(TicketStatus.CLOSED)));
    }

    @PostMapping("/tickets/{number}/workaround")
    String workAround(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "true") boolean given,
            RedirectAttributes redirect) {
        return answer(
                number,
                "",
                redirect,
                given ? "aftersales.ticket.workaroundGiven" : "aftersales.ticket.workaroundTaken",
                () -> tickets.workAround(viewer, number, given));
    }

    private static String answer(String number, String back, RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
            Toast.done(done, number).after(redirect);
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        } catch (StaleVersion stale) {
            Toast.refused("shell.error.stale").after(redirect);
        }
        return Back.to(back, number);
    }
}
