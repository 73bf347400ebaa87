package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A macro, new or changed; what is null leaves the ticket as it is.
 *
 * @param templateId reply template whose text it says
 * @param note whether the text is an internal note and no reply
 * @param holdReason needed with {@code ON_HOLD}
 * @param holdDays needed with {@code ON_HOLD}: so many days later the ticket comes back
 * @param toMe whether the ticket goes to whoever runs the macro; then {@code toUserId} is left out
 * @param tags to add, with commas between
 * @param version the version the form was filled from; null for a new one
 */
public record SaveMacro(
        @NotBlank @Size(max = 80) String name,
        @Nullable Long templateId,
        @Nullable Boolean note,
        @Nullable @Size(max = 40) String status,
        @Nullable @Size(max = 500) String holdReason,
        @Nullable @Min(1) @Max(365) Integer holdDays,
        @Nullable Priority priority,
        @Nullable Long toTeamId,
        @Nullable Long toUserId,
        @Nullable Boolean toMe,
        @Nullable @Size(max = 400) String tags,
        @NotNull Sharing sharing,
        @Nullable Long teamId,
        @Nullable Integer version) {

    /** The same, filled from that version. */
    public SaveMacro at(int seen) {
        return new SaveMacro(
                name,
                templateId,
                note,
                status,
                holdReason,
                holdDays,
                priority,
                toTeamId,
                toUserId,
                toMe,
                tags,
                sharing,
                teamId,
                seen);
    }
}
