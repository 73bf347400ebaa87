package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment ready to be shown.
 *
 * @param text Markdown as written; empty once removed
 * @param html safe HTML, the only text a template may print unescaped; empty once removed
 * @param editedAt null when never edited
 * @param removed only the fact of the comment remains
 * @param editable whether the viewer may edit and remove it
 */
public record CommentView(
        long id,
        int version,
        SubjectRef subject,
        UserId author,
        String authorName,
        String text,
        String html,
        Visibility visibility,
        Instant at,
        @Nullable Instant editedAt,
        boolean removed,
        boolean editable) {}
