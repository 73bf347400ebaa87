package io.throughline.project.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone with the days it was and is meant for.
 *
 * @param due the forecast where there is one, else the planned day
 * @param slipDays working days from baseline to actual, or else due, day; negative is early; null without a baseline
 */
public record MilestoneRow(
        long projectId,
        int number,
        int version,
        String name,
        TaskStatus status,
        boolean shared,
        @Nullable LocalDate planned,
        @Nullable LocalDate baseline,
        @Nullable LocalDate forecast,
        @Nullable LocalDate actual,
        @Nullable LocalDate due,
        @Nullable Long slipDays) {

    public boolean isReached() {
        return status == TaskStatus.DONE;
    }

    public boolean isOverdue(LocalDate today) {
        return status.isOpen() && due != null && due.isBefore(today);
    }
}
