package io.throughline.project.leave;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for leave.
 *
 * @param person login
 * @param fromNoon whether the morning of the first day is worked
 * @param untilNoon whether the afternoon of the last day is worked
 * @param others people of the same teams and projects who are away on any of these days
 * @param tasks open tasks of the person in these days
 */
public record LeaveRow(
        long id,
        int version,
        String person,
        String name,
        LeaveKind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean fromNoon,
        boolean untilNoon,
        @Nullable String note,
        LeaveStatus status,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        int others,
        int tasks) {

    public boolean isOpen() {
        return status == LeaveStatus.REQUESTED;
    }

    /** Whether its person may still take it back. */
    public boolean canCancel(LocalDate today) {
        return isOpen() || status == LeaveStatus.APPROVED && !lastDay.isBefore(today);
    }
}
