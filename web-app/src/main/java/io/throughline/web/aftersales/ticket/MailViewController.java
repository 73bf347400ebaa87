package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.mail.MailView;
import io.throughline.foundation.people.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A mail as its writer laid it out, in a document that runs nothing and loads nothing from elsewhere until asked. */
@Controller
@RequiredArgsConstructor
class MailViewController {

    private static final String NOTHING =
            "sandbox allow-same-origin; default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'";

    private final MailView mails;

    @GetMapping("/tickets/{number}/messages/{message:[0-9]+}/mail")
    String show(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long message,
            @RequestParam(defaultValue = "false") boolean images,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("mail", mails.show(viewer, message, images));
        model.addAttribute("number", number);
        model.addAttribute("message", message);
        response.setHeader("Content-Security-Policy", images ? NOTHING + " https: http:" : NOTHING);
        response.setHeader("Referrer-Policy", "no-referrer");
        return "aftersales/ticket/mail";
    }
}
