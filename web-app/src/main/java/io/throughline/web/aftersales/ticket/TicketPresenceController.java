package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketPresence;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An open page of a ticket says that somebody is there, and learns who else is. */
@Controller
@RequestMapping("/tickets/{number}/presence")
@RequiredArgsConstructor
class TicketPresenceController {

    private final TicketPresence presence;

    @PostMapping
    @ResponseBody
    List<TicketPresence.Present> here(
            Viewer viewer, @PathVariable String number, @RequestParam(defaultValue = "false") boolean writing) {
        return presence.here(viewer, number, writing);
    }

    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(Viewer viewer, @PathVariable String number) {
        presence.gone(viewer, number);
    }
}
