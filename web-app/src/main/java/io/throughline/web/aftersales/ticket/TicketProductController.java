package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes one of the products proposed for a ticket. */
@Controller
@RequiredArgsConstructor
class TicketProductController {

    private final Tickets tickets;

    @PostMapping("/tickets/{number}/product")
    String choose(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String product,
            RedirectAttributes redirect) {
        tickets.about(viewer, number, product);
        Toast.done("aftersales.ticket.productChosen", product).after(redirect);
        return "redirect:/tickets/" + number;
    }
}
