package io.throughline.project.resource;

import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row on which a resource is not there.
 *
 * @param lastDay the last of them, not before the first
 * @param fromNoon whether the morning of the first day is worked; null says no
 * @param untilNoon whether the afternoon of the last day is worked; null says no
 */
@Embeddable
public record Leave(
        @NotNull LocalDate firstDay,
        @NotNull LocalDate lastDay,
        @Nullable @Size(max = 200) String reason,
        @Nullable Boolean fromNoon,
        @Nullable Boolean untilNoon) {

    static final int LONGEST = 1_100;

    public Leave {
        fromNoon = Boolean.TRUE.equals(fromNoon);
        untilNoon = Boolean.TRUE.equals(untilNoon);
    }

    /** Whole days. */
    public Leave(LocalDate firstDay, LocalDate lastDay, @Nullable String reason) {
        this(firstDay, lastDay, reason, false, false);
    }

    /** Throws {@link RuleViolation} for days in the wrong order, too many of them, or nothing at all. */
    public void check() {
        if (lastDay.isBefore(firstDay)) {
            throw new RuleViolation("project.resource.leaveOrder").at("lastDay");
        }
        if (firstDay.plusDays(LONGEST).isBefore(lastDay)) {
            throw new RuleViolation("project.resource.leaveTooLong", LONGEST).at("lastDay");
        }
        if (firstDay.equals(lastDay) && Boolean.TRUE.equals(fromNoon) && Boolean.TRUE.equals(untilNoon)) {
            throw new RuleViolation("project.resource.leaveNothing").at("untilNoon");
        }
    }

    boolean overlaps(Leave other) {
        return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
    }

    boolean sameDays(Leave other) {
        return firstDay.equals(other.firstDay) && lastDay.equals(other.lastDay);
    }
}
