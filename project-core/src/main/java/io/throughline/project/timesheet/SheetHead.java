package io.throughline.project.timesheet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet without its hours; without id where nothing was written yet. */
record SheetHead(
        long user,
        String login,
        String name,
        TimesheetWeek week,
        @Nullable Long id,
        int version,
        TimesheetStatus status,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    TimesheetView view(List<Long> capacity, List<TimesheetView.Row> rows) {
        return new TimesheetView(
                id, version, login, name, week, status, submittedAt, decidedAt, decidedBy, reason, capacity, rows);
    }
}
