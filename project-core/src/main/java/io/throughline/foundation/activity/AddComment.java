package io.throughline.foundation.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Says something about a record.
 *
 * @param text Markdown, at most 20 000 characters; {@code @login} or {@code @name} tells the person named
 * @param visibility null for the writer's default, see {@link Visibility#defaultFor}
 */
public record AddComment(
        @NotBlank @Size(max = MAX_LENGTH) String text,
        @Nullable Visibility visibility) {

    static final int MAX_LENGTH = 20_000;

    public AddComment(String text) {
        this(text, null);
    }
}
