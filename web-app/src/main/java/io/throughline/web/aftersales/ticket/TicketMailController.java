package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.mail.UndeliverableAddresses;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the mark off an address of a ticket that mail reaches again. */
@Controller
@RequiredArgsConstructor
class TicketMailController {

    private final TicketDetailQueries queries;
    private final UndeliverableAddresses addresses;

    @PostMapping("/tickets/{number}/undeliverable/removal")
    String reachable(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes redirect) {
        var ticket = queries.detail(viewer, number);
        addresses.clear(viewer, address, TicketSubject.of(ticket.id()), "aftersales.ticket");
        Toast.done("aftersales.mail.reachableAgain", address).after(redirect);
        return "redirect:/tickets/" + number;
    }
}
