package io.throughline.project.resource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much one resource has to do, over all projects; times are those of the company's zone.
 *
 * @param capacityUnits ten-thousandths of a full resource
 * @param overloads each working interval by itself
 * @param clashes the overloads told together, where no working time lies between
 * @param bookings what it does in the window, by start
 */
public record ResourceLoad(
        long resource,
        int capacityUnits,
        List<Period> periods,
        List<Clash> overloads,
        List<Clash> clashes,
        List<Booked> bookings) {

    private static final int WHOLE = 100;

    /**
     * @param last its last day
     * @param overloaded whether some working interval in it is
     */
    public record Period(
            LocalDate first, LocalDate last, long capacityMinutes, long assignedMinutes, boolean overloaded) {

        public BigDecimal assignedHours() {
            return Hours.of(assignedMinutes);
        }

        public BigDecimal capacityHours() {
            return Hours.of(capacityMinutes);
        }

        /** How full it is, in one word: {@code free}, {@code light}, {@code full}, {@code over}, {@code away}. */
        public String level() {
            if (overloaded) {
                return "over";
            }
            if (assignedMinutes == 0) {
                return capacityMinutes == 0 ? "away" : "free";
            }
            return percent() < WHOLE / 2 ? "light" : "full";
        }

        /** Of the capacity; more than a hundred where there is none and yet something to do. */
        public int percent() {
            if (capacityMinutes == 0) {
                return assignedMinutes == 0 ? 0 : WHOLE + 1;
            }
            return (int) Math.min(9_999, Math.round((double) assignedMinutes * WHOLE / capacityMinutes));
        }
    }

    /**
     * @param percent the most that is asked of it at a time; 100 is one full resource
     * @param capacityPercent what there is; 0 while it is away
     * @param tasks what collides; tasks of projects the viewer may not see are among them without a name
     */
    public record Clash(LocalDateTime from, LocalDateTime to, int percent, int capacityPercent, List<Booked> tasks) {

        /** Its last day: one that ends at midnight ends on the day before. */
        public LocalDate lastDay() {
            return to.minusSeconds(1).toLocalDate();
        }
    }

    /**
     * A task it works on.
     *
     * @param project key; null where the viewer may not see the project, then the names are null too
     * @param from local to the project
     * @param units 100 is one full resource
     */
    public record Booked(
            @Nullable String project,
            @Nullable String projectName,
            @Nullable Integer no,
            @Nullable String name,
            LocalDateTime from,
            LocalDateTime to,
            int percent,
            long workMinutes,
            int done) {

        public BigDecimal hours() {
            return Hours.of(workMinutes);
        }

        public boolean isHidden() {
            return project == null;
        }
    }

    public ResourceLoad {
        periods = List.copyOf(periods);
        overloads = List.copyOf(overloads);
        clashes = List.copyOf(clashes);
        bookings = List.copyOf(bookings);
    }
}
