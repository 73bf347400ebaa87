package io.throughline.aftersales.mail;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Takes mails in for those who pipe them to us, and makes tickets of refused ones. */
@Service
@RequiredArgsConstructor
@Allow({Role.ADMIN, Role.MANAGER})
public class MailIntake {

    private final MailDoor door;

    /** Never throws for what is in the mail: it becomes a message, a ticket or a refused record. */
    public TakenMail take(Viewer viewer, byte[] source) {
        return door.take(source, MailOrigin.API, null, null);
    }

    /**
     * Makes a new ticket of a refused mail. Throws {@link NotFound} for an id nobody has, {@link RuleViolation} for a mail that
     * was not refused.
     */
    public TakenMail takeAgain(Viewer viewer, long id) {
        return door.takeAgain(id);
    }
}
