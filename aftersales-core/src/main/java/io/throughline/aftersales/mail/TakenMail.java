package io.throughline.aftersales.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came and what became of it.
 *
 * @param size of its source in bytes
 * @param outcome null unless it was accepted
 * @param reason null while it waits
 * @param silence why it got no automatic answer; null where it got one
 * @param ticket number of the ticket it is in, or of the one it would have been
 * @param message id of the message it became
 * @param related number of the ticket it named but may not join
 */
public record TakenMail(
        long id,
        Instant receivedAt,
        MailOrigin origin,
        long size,
        MailState state,
        @Nullable MailOutcome outcome,
        @Nullable MailReason reason,
        @Nullable Silence silence,
        @Nullable String messageId,
        @Nullable String sender,
        @Nullable String senderName,
        @Nullable String subject,
        @Nullable String ticket,
        @Nullable Long message,
        @Nullable String related,
        List<MailFile> files) {

    public TakenMail {
        files = List.copyOf(files);
    }
}
