package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A property other than the status got another value.
 *
 * @param field {@code KIND, SUBJECT, PRIORITY, TEAM, ASSIGNEE, CUSTOMER, REQUESTER, PROJECT, DELIVERABLE, TAGS, DUE,
 *     ESCALATED, COMPLAINT, COMPLAINT_STEP, DIAGNOSIS_STEP, PROBLEM, MERGED, SPLIT, LEVEL, RULE, ROUTED, WORKAROUND}, or {@code MACRO, BULK, UNDONE} before what was
 *     done under that name
 * @param from the code or id before
 * @param to the code or id after
 */
public record TicketChanged(
        TicketId id,
        String field,
        @Nullable String from,
        @Nullable String to,
        Instant at,
        @Nullable Long byUserId,
        String byName) {

    private static final int LONGEST = 300;

    /** Values longer than the history keeps are cut. */
    static TicketChanged by(
            Viewer viewer, TicketId id, String field, @Nullable Object from, @Nullable Object to, Instant at) {
        return new TicketChanged(id, field, cut(from), cut(to), at, viewer.personId(), viewer.name());
    }

    private static @Nullable String cut(@Nullable Object value) {
        var text = value == null ? null : value.toString();
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
