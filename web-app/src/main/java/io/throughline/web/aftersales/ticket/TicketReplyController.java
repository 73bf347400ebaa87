package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.FilledReply;
import io.throughline.aftersales.desk.ReplyTemplateQueries;
import io.throughline.aftersales.ticket.TicketDrafts;
import io.throughline.aftersales.ticket.Visibility;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings a ready text, filled for the ticket, into what is being written: at once by script, by way of the draft without. */
@Controller
@RequestMapping("/tickets/{number}/reply-templates")
@RequiredArgsConstructor
class TicketReplyController {

    private final ReplyTemplateQueries templates;
    private final TicketDrafts drafts;

    @GetMapping(path = "/{template:[0-9]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    FilledReply fill(Viewer viewer, @PathVariable String number, @PathVariable long template) {
        return templates.fill(viewer, number, template);
    }

    @PostMapping
    String insert(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam Visibility visibility,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        if (template == null) {
            drafts.save(viewer, number, visibility, body);
            Toast.refused("aftersales.desk.chooseTemplate").after(redirect);
            return Back.to(back, number) + "#composer";
        }
        var filled = templates.fill(viewer, number, template);
        drafts.save(viewer, number, visibility, body.isBlank() ? filled.text() : body.strip() + "\n\n" + filled.text());
        if (filled.gaps().isEmpty()) {
            Toast.done("aftersales.desk.inserted", filled.name()).after(redirect);
        } else {
            Toast.warning("aftersales.desk.gaps", String.join(" ", filled.gaps()))
                    .after(redirect);
        }
        return Back.to(back, number) + "#composer";
    }
}
