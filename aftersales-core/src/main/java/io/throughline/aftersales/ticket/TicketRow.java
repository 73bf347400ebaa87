package io.throughline.aftersales.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param status with its names, for one an administrator added
 * @param dueAt of the running clocks the nearest due time, without one what was agreed
 * @param agreedDueAt what somebody agreed by hand
 * @param dueClock code of that clock; null for what was agreed
 * @param paused whether its clocks stand still
 * @param awaitingSince the oldest customer message without our answer
 */
public record TicketRow(
        long id,
        String number,
        TicketKind kind,
        boolean complaint,
        TicketStatus status,
        Priority priority,
        boolean escalated,
        String subject,
        @Nullable String customerNumber,
        @Nullable String customer,
        @Nullable String requester,
        @Nullable String product,
        @Nullable String teamZh,
        @Nullable String teamEn,
        @Nullable Long assigneeId,
        @Nullable String assignee,
        @Nullable Instant dueAt,
        @Nullable Instant agreedDueAt,
        @Nullable String dueClock,
        boolean paused,
        Instant openedAt,
        Instant activeAt,
        @Nullable Instant awaitingSince,
        @Nullable Instant workaroundAt,
        List<String> tags) {

    public TicketRow {
        tags = List.copyOf(tags);
    }

    public boolean isOverdue(Instant now) {
        return dueAt != null && status.category().isLive() && dueAt.isBefore(now);
    }
}
