package io.throughline.aftersales.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a mail.
 *
 * @param ticket the one it is in, or belongs to where it was refused
 * @param related the one it named but may not join
 */
record Decision(
        MailReason reason,
        @Nullable MailOutcome outcome,
        @Nullable Silence silence,
        @Nullable Long ticket,
        @Nullable Long message,
        @Nullable Long related,
        List<MailFile> files) {

    static Decision refused(MailReason reason, @Nullable Long ticket, @Nullable Long message) {
        return new Decision(reason, null, Silence.NO_NEW_TICKET, ticket, message, null, List.of());
    }
}
