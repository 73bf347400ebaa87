package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a ticket, or hands it to a team or a person; raises it to the next level. */
@Controller
@RequiredArgsConstructor
class TicketAssignmentController {

    private final Tickets tickets;

    @PostMapping("/tickets/{number}/ownership")
    String take(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        try {
            tickets.take(viewer, number);
            Toast.done("aftersales.ticket.taken", number).after(redirect);
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        }
        return Back.to(back, number);
    }

    @PostMapping("/tickets/{number}/assignment")
    String assign(
            Viewer viewer,
            @PathVariable String number,
            @ModelAttribute AssignTicket command,
            RedirectAttributes redirect) {
        try {
            tickets.assign(viewer, number, command);
            Toast.done("aftersales.ticket.assignedNow", number).after(redirect);
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        } catch (StaleVersion stale) {
            Toast.refused("shell.error.stale").after(redirect);
        }
        return "redirect:/tickets/" + number;
    }

    @PostMapping("/tickets/{number}/escalation")
    String escalate(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "true") boolean raised,
            RedirectAttributes redirect) {
        try {
            tickets.escalate(viewer, number, raised);
            Toast.done(raised ? "aftersales.ticket.escalatedNow" : "aftersales.ticket.calmedNow", number)
                    .after(redirect);
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        }
        return "redirect:/tickets/" + number;
    }
}
