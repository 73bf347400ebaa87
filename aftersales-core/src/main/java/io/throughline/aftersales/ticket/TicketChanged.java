package io.throughline.aftersales.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A property other than the status got another value.
 *
 * @param field {@code KIND, SUBJECT, PRIORITY, TEAM, ASSIGNEE, CUSTOMER, REQUESTER, PROJECT, TAGS, DUE, ESCALATED,
 *     COMPLAINT, MERGED, SPLIT}
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
        String byName) {}
