package io.throughline.aftersales.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A reply template, new or changed.
 *
 * @param textZh Markdown with placeholders; blank without a Chinese text
 * @param textEn the same in English; one of the two must be there
 * @param teamId needed with {@code TEAM}
 * @param version the version the form was filled from; null for a new one, or not to ask
 */
public record SaveReplyTemplate(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = LONGEST) String textZh,
        @Nullable @Size(max = LONGEST) String textEn,
        @NotNull Sharing sharing,
        @Nullable Long teamId,
        @Nullable Integer version) {

    public static final int LONGEST = 20_000;

    /** The same, filled from that version. */
    public SaveReplyTemplate at(int seen) {
        return new SaveReplyTemplate(name, textZh, textEn, sharing, teamId, seen);
    }
}
