package io.throughline.web.aftersales.problem;

import io.throughline.aftersales.problem.ProblemOffers;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is known already of a fault: beside its ticket, and while somebody writes. */
@Controller
@RequiredArgsConstructor
class TicketProblemController {

    private final ProblemOffers offers;
    private final TicketDetailQueries tickets;

    @GetMapping("/tickets/{number}/problem")
    String show(Viewer viewer, @PathVariable String number, Model model) {
        return show(viewer, number, "", model);
    }

    /** @param body what is being written, for what it adds to the ticket's own words */
    @PostMapping("/tickets/{number}/problem")
    String show(Viewer viewer, @PathVariable String number, @RequestParam(defaultValue = "") String body, Model model) {
        var ticket = tickets.detail(viewer, number);
        var behind = offers.behind(viewer, ticket.id()).orElse(null);
        model.addAttribute("ticket", ticket);
        model.addAttribute("behind", behind);
        model.addAttribute(
                "offers",
                behind != null || ticket.kind() != TicketKind.DIAGNOSIS
                        ? List.of()
                        : offers.offer(
                                viewer,
                                ticket.subject() + "\n" + tickets.question(viewer, ticket) + "\n" + body,
                                ticket.deliverableId()));
        model.addAttribute("writes", ProblemController.writes(viewer) && ticket.kind() == TicketKind.DIAGNOSIS);
        return "aftersales/problem/ticket";
    }

    /** While a new ticket is being written. */
    @PostMapping("/problems/offers")
    String offer(
            Viewer viewer,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body,
            Model model) {
        var text = (subject + "\n" + body).strip();
        model.addAttribute("offers", text.isEmpty() ? List.of() : offers.offer(viewer, text, null));
        return "aftersales/problem/parts :: offers";
    }
}
