package io.throughline.web.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One ticket: its conversation, course and properties. */
@Controller
@RequiredArgsConstructor
class TicketController {

    private final TicketPage page;

    @GetMapping("/tickets/{number}")
    String show(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable Long quote,
            Model model) {
        var ticket = page.fill(viewer, number, all, model);
        if (quote != null) {
            page.quote(quote, model);
        }
        page.fillPanel(viewer, ticket, model);
        return "aftersales/ticket/detail";
    }

    @GetMapping("/tickets/{number}/clocks")
    String clocks(Viewer viewer, @PathVariable String number, Model model) {
        page.fillClocks(viewer, number, model);
        return "aftersales/ticket/clocks";
    }
}
