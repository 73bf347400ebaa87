package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users were named in a comment on a record all of them may see; published in the transaction that stores the comment.
 *
 * @param comment null when a text that is no comment named them, such as a note on a ticket
 * @param users active, never the author, never empty; each has become a watcher of the record
 * @param excerpt plain text, at most 200 characters
 */
public record Mentioned(
        @Nullable CommentId comment,
        SubjectRef subject,
        Set<UserId> users,
        UserId author,
        String authorName,
        String excerpt,
        Instant at) {}
