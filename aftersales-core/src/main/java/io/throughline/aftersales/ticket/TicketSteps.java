package io.throughline.aftersales.ticket;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of a ticket in one step; what is null or empty stays as it is.
 *
 * @param holdReason needed with {@code ON_HOLD}
 * @param holdUntil needed with {@code ON_HOLD}: when the ticket comes back
 * @param release whether it goes back to the queue, out of its owner's hands; an {@code assigneeId} goes before
 * @param tags to add
 */
public record TicketSteps(
        @Nullable String status,
        @Nullable String holdReason,
        @Nullable Instant holdUntil,
        @Nullable Priority priority,
        @Nullable Long teamId,
        @Nullable Long assigneeId,
        boolean release,
        Set<String> tags) {

    public static final TicketSteps NONE = new TicketSteps(null, null, null, null, null, null, false, Set.of());

    public TicketSteps {
        status = status == null || status.isBlank() ? null : status;
        tags = Set.copyOf(tags);
    }

    public boolean isEmpty() {
        return status == null && priority == null && teamId == null && assigneeId == null && !release && tags.isEmpty();
    }

    public TicketSteps to(String newStatus) {
        return new TicketSteps(newStatus, holdReason, holdUntil, priority, teamId, assigneeId, release, tags);
    }

    public TicketSteps ranked(Priority newPriority) {
        return new TicketSteps(status, holdReason, holdUntil, newPriority, teamId, assigneeId, release, tags);
    }

    public TicketSteps inHands(@Nullable Long team, @Nullable Long assignee) {
        return new TicketSteps(status, holdReason, holdUntil, priority, team, assignee, release, tags);
    }
}
