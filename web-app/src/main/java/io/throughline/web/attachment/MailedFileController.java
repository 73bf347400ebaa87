package io.throughline.web.attachment;

import io.throughline.aftersales.mail.MailedFiles;
import io.throughline.aftersales.ticket.TicketPasses;
import io.throughline.foundation.attachment.AttachmentContent;
import io.throughline.foundation.attachment.AttachmentId;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files behind the signed links of a mail: one that was too big to go with it, and those of the ticket it is about. */
@Controller
@RequiredArgsConstructor
class MailedFileController {

    private final MailedFiles files;
    private final TicketPasses passes;

    @GetMapping("/f/{token}")
    ResponseEntity<Resource> download(@PathVariable String token) {
        return discreet(files.open(token));
    }

    @Limited(Limit.LINK)
    @GetMapping("/t/{token}/files/{id}")
    ResponseEntity<Resource> ofTicket(@PathVariable String token, @PathVariable long id) {
        return discreet(passes.file(token, new AttachmentId(id)));
    }

    /** Neither found by search engines nor telling its address to anybody. */
    private static ResponseEntity<Resource> discreet(AttachmentContent content) {
        var sent = StoredContent.download(content);
        return ResponseEntity.status(sent.getStatusCode())
                .headers(sent.getHeaders())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .body(sent.getBody());
    }
}
