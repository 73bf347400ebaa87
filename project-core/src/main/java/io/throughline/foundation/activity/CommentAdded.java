package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody commented on a record; published in the transaction that stores the comment.
 *
 * @param author {@code Viewer.SYSTEM_ID} when a job wrote it
 * @param mentioned users named in the text, told by {@link Mentioned} instead; never the author
 * @param excerpt plain text, at most 200 characters
 */
public record CommentAdded(
        CommentId comment,
        SubjectRef subject,
        UserId author,
        String authorName,
        Visibility visibility,
        Set<UserId> mentioned,
        String excerpt,
        Instant at) {}
