package io.throughline.aftersales.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
 */
public record AddMessage(
        @NotBlank @Size(max = 65536) String body,
        @NotNull Visibility visibility,
        @Nullable String status,
        @Nullable @Size(max = 500) String holdReason,
        @Nullable LocalDate holdUntil,
        @Nullable Long seen,
        @Nullable Boolean confirmed) {

    public static AddMessage reply(String body) {
        return new AddMessage(body, Visibility.PUBLIC, null, null, null, null, null);
    }

    public static AddMessage note(String body) {
        return new AddMessage(body, Visibility.INTERNAL, null, null, null, null, null);
    }

    /** The same message sent as the status. */
    public AddMessage as(String newStatus) {
        return new AddMessage(body, visibility, newStatus, holdReason, holdUntil, seen, confirmed);
    }
}
