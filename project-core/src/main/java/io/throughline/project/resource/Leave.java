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
 */
@Embeddable
public record Leave(
        @NotNull LocalDate firstDay,
        @NotNull LocalDate lastDay,
        @Nullable @Size(max = 200) String reason) {

    static final int LONGEST = 1_100;

    boolean overlaps(Leave other) {
        return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
    }

    void check() {
        if (lastDay.isBefore(firstDay)) {
            throw new RuleViolation("project.resource.leaveOrder").at("lastDay");
        }
        if (firstDay.plusDays(LONGEST).isBefore(lastDay)) {
            throw new RuleViolation("project.resource.leaveTooLong", LONGEST).at("lastDay");
        }
    }
}
