package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whether a ticket is covered, and why: a panel of its page, and a page of its own without script. */
@Controller
@RequiredArgsConstructor
class TicketCoverageController {

    private final TicketDetailQueries tickets;
    private final TicketCoverage coverage;

    @GetMapping("/tickets/{number}/coverage")
    String show(Viewer viewer, @PathVariable String number, Model model) {
        var ticket = tickets.detail(viewer, number);
        model.addAttribute("ticket", ticket);
        model.addAttribute("coverage", coverage.of(viewer, ticket));
        model.addAttribute(
                "opensContracts", viewer.hasAny(Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SALES, Role.SUPPORT_AGENT));
        return "aftersales/contract/coverage";
    }
}
