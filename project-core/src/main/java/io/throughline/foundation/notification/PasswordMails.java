package io.throughline.foundation.notification;

import io.throughline.foundation.people.PasswordLinkIssued;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails the links by which a password is set. */
@Component
@RequiredArgsConstructor
class PasswordMails {

    private final Outbox outbox;

    @EventListener
    void on(PasswordLinkIssued link) {
        var path = "/reset-password?token=" + link.token();
        if (link.invitation()) {
            outbox.mail(
                    link.email(),
                    "invitation",
                    link.locale(),
                    Map.of(
                            "name", link.name(),
                            "inviter", link.inviter(),
                            "login", link.login(),
                            "path", path,
                            "days", link.validFor().toDays()));
        } else {
            outbox.mail(
                    link.email(),
                    "password-reset",
                    link.locale(),
                    Map.of(
                            "name",
                            link.name(),
                            "path",
                            path,
                            "minutes",
                            link.validFor().toMinutes()));
        }
    }
}
