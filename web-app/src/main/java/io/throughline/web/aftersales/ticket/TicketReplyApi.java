package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.FilledReply;
import io.throughline.aftersales.desk.ReplyTemplateQueries;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ready text filled for a ticket, for programs; what is not known stands in it as a gap. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/reply-templates")
@RequiredArgsConstructor
class TicketReplyApi {

    private final ReplyTemplateQueries templates;

    @GetMapping("/{template}")
    FilledReply fill(Viewer viewer, @PathVariable String number, @PathVariable long template) {
        return templates.fill(viewer, number, template);
    }
}
