package io.throughline.web.edit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A field two people changed: both contents, side by side.
 *
 * @param mine as typed
 * @param theirs as stored
 * @param who changed it last; null when that is not known
 * @param at when; null when that is not known
 * @param changed whether it is this field the other one changed, not only one it hangs together with
 * @param taken whether the person has already chosen what the other one wrote
 */
public record Clash(
        Content mine,
        Content theirs,
        @Nullable String who,
        @Nullable Instant at,
        boolean changed,
        boolean taken) {

    /**
     * @param value as the field sends it
     * @param text for reading, unless one of the field's own choices has the value
     * @param named whether the text is a name, better than any choice's
     */
    public record Content(String value, String text, boolean named) {}
}
