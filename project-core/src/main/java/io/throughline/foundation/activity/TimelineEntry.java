package io.throughline.foundation.activity;

import io.throughline.foundation.people.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a record's timeline, either something done or something said.
 *
 * @param at when it happened, UTC
 * @param actor {@code Viewer.SYSTEM_ID} for the system itself
 * @param actorName the name at that time
 * @param verb message key of what was done, for example {@code project.gate.passed}; null for a comment
 * @param data what the verb's message speaks of; empty for a comment
 * @param comment what was said; null for a deed
 */
public record TimelineEntry(
        long id,
        Instant at,
        UserId actor,
        String actorName,
        @Nullable String verb,
        Map<String, Object> data,
        Visibility visibility,
        @Nullable CommentView comment) {

    /** Whether it is a comment. */
    public boolean isSaid() {
        return comment != null;
    }

    /** Whether customers are kept from it; shown with a dashed border and the word. */
    public boolean isInternal() {
        return visibility == Visibility.STAFF;
    }
}
