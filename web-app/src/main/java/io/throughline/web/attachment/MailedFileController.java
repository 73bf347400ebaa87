package io.throughline.web.attachment;

import io.throughline.aftersales.mail.MailedFiles;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A file that was too big for the mail it belongs to, behind the signed link in that mail. */
@Controller
@RequiredArgsConstructor
class MailedFileController {

    private final MailedFiles files;

    @GetMapping("/f/{token}")
    ResponseEntity<Resource> download(@PathVariable String token) {
        var sent = StoredContent.download(files.open(token));
        return ResponseEntity.status(sent.getStatusCode())
                .headers(sent.getHeaders())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .body(sent.getBody());
    }
}
