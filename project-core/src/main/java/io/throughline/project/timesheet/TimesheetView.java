package io.throughline.project.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's week as somebody sees it; who leads projects sees the hours of these alone.
 *
 * @param id null where nothing was ever written
 * @param version 0 where nothing was ever written
 * @param person login
 * @param reason why it was sent back, or a correction was not accepted
 * @param capacityMinutes of each day: hours of the calendar without leave
 */
public record TimesheetView(
        @Nullable Long id,
        int version,
        String person,
        String name,
        TimesheetWeek week,
        TimesheetStatus status,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        List<Long> capacityMinutes,
        List<Row> rows) {

    /**
     * One thing that was worked on, or may be.
     *
     * @param code as people write it: {@code HTC-12}, {@code SERVICE}, {@code INTERNAL}
     * @param project key; null for what is no project's
     * @param remainingMinutes what its person said is left; null where nothing was said
     * @param plannedMinutes what the plan has left for its person; null without an assignment
     */
    public record Row(
            String code,
            TimeKind kind,
            @Nullable String project,
            @Nullable Integer number,
            @Nullable String name,
            @Nullable String projectName,
            @Nullable Long remainingMinutes,
            @Nullable Long plannedMinutes,
            List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public long minutes() {
            return cells.stream().mapToLong(Cell::minutes).sum();
        }

        /** What was written for the day; null where nothing. */
        public @Nullable Cell on(LocalDate day) {
            return cells.stream()
                    .filter(cell -> cell.day().equals(day))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Hours of a day.
     *
     * @param approvedMinutes what counts as worked; null until somebody approved it
     * @param corrections oldest first
     */
    public record Cell(
            LocalDate day,
            int minutes,
            @Nullable String note,
            @Nullable Integer approvedMinutes,
            List<Correction> corrections) {

        public boolean isApproved() {
            return approvedMinutes != null && approvedMinutes == minutes;
        }
    }

    /** What an approved day said before, and why it was changed. */
    public record Correction(Instant at, @Nullable String by, int minutesBefore, int minutesAfter, String reason) {

        public String hoursBefore() {
            return HoursWord.of(minutesBefore);
        }

        public String hoursAfter() {
            return HoursWord.of(minutesAfter);
        }
    }

    public TimesheetView {
        capacityMinutes = List.copyOf(capacityMinutes);
        rows = List.copyOf(rows);
    }

    public long minutes() {
        return rows.stream().mapToLong(Row::minutes).sum();
    }

    public long minutesOn(LocalDate day) {
        return rows.stream()
                .map(row -> row.on(day))
                .mapToLong(cell -> cell == null ? 0 : cell.minutes())
                .sum();
    }

    public long capacity() {
        return capacityMinutes.stream().mapToLong(Long::longValue).sum();
    }

    public boolean hasCorrections() {
        return rows.stream().anyMatch(row -> row.cells().stream()
                .anyMatch(cell -> !cell.corrections().isEmpty()));
    }
}
