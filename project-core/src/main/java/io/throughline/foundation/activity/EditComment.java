package io.throughline.foundation.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes the words of one's own comment.
 *
 * @param text Markdown, at most 20 000 characters
 * @param version the version the form was filled from; null to change whatever is stored
 */
public record EditComment(
        @NotBlank @Size(max = AddComment.MAX_LENGTH) String text,
        @Nullable Integer version) {}
