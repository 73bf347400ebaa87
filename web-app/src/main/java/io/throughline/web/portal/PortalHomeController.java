package io.throughline.web.portal;

import io.throughline.aftersales.ticket.PortalTicketQueries;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The portal's first page: what one comes for on top, what is open below. */
@Controller
@RequiredArgsConstructor
class PortalHomeController {

    private static final int OPEN = 10;

    private final PortalTicketQueries tickets;

    @GetMapping("/portal")
    String home(Viewer viewer, Model model) {
        model.addAttribute("page", tickets.rows(viewer, true, PageRequest.first(OPEN)));
        return "portal/home";
    }
}
