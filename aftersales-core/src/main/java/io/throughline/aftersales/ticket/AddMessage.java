package io.throughline.aftersales.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Adds a message to the conversation, and sets the status with it where one is given.
 *
 * @param body Markdown
 * @param status the status to send the message with; null leaves it
 * @param holdReason needed with {@code ON_HOLD}
 * @param holdUntil needed with {@code ON_HOLD}
 * @param seen the last public message the writer saw; a newer one must be confirmed; null does not ask
 * @param confirmed the writer saw the newer messages and sends all the same
 * @param to whom a public message is mailed to; see {@link Mailing}
 * @param cc who gets a copy of it by mail
 */
public record AddMessage(
        @NotBlank @Size(max = 65536) String body,
        @NotNull Visibility visibility,
        @Nullable String status,
        @Nullable @Size(max = 500) String holdReason,
        @Nullable Instant holdUntil,
        @Nullable Long seen,
        @Nullable Boolean confirmed,
        @Nullable @Size(max = 2000) String to,
        @Nullable @Size(max = 6000) String cc) {

    public static AddMessage reply(String body) {
        return new AddMessage(body, Visibility.PUBLIC, null, null, null, null, null, null, null);
    }

    public static AddMessage note(String body) {
        return new AddMessage(body, Visibility.INTERNAL, null, null, null, null, null, null, null);
    }

    /** The same message sent as the status. */
    public AddMessage as(String newStatus) {
        return new AddMessage(body, visibility, newStatus, holdReason, holdUntil, seen, confirmed, to, cc);
    }

    /** The same on hold until another time; null leaves the one there is. */
    public AddMessage until(@Nullable Instant other) {
        return other == null
                ? this
                : new AddMessage(body, visibility, status, holdReason, other, seen, confirmed, to, cc);
    }

    /** The same message mailed to these. */
    public AddMessage mailedTo(@Nullable String people, @Nullable String copies) {
        return new AddMessage(body, visibility, status, holdReason, holdUntil, seen, confirmed, people, copies);
    }

    Mailing mailing() {
        return new Mailing(to, cc);
    }
}
