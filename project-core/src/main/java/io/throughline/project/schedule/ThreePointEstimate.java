package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How long a task may take, in minutes of its duration: working ones, or elapsed where the duration is.
 *
 * @param optimisticMinutes if all goes well
 * @param likelyMinutes as it usually goes
 * @param pessimisticMinutes if all goes wrong
 */
@Embeddable
public record ThreePointEstimate(long optimisticMinutes, long likelyMinutes, long pessimisticMinutes) {

    /** @throws RuleViolation unless 0 ≤ optimistic ≤ likely ≤ pessimistic, at the field that breaks it */
    public ThreePointEstimate {
        if (optimisticMinutes < 0) {
            throw new RuleViolation("project.schedule.estimateNegative").at("optimisticMinutes");
        }
        if (likelyMinutes < optimisticMinutes) {
            throw new RuleViolation("project.schedule.likelyTooShort").at("likelyMinutes");
        }
        if (pessimisticMinutes < likelyMinutes) {
            throw new RuleViolation("project.schedule.pessimisticTooShort").at("pessimisticMinutes");
        }
    }

    /**
     * All three, or none.
     *
     * @throws RuleViolation where one is missing, at that field
     */
    static @Nullable ThreePointEstimate of(
            @Nullable Long optimistic, @Nullable Long likely, @Nullable Long pessimistic) {
        if (optimistic == null && likely == null && pessimistic == null) {
            return null;
        }
        return new ThreePointEstimate(
                given(optimistic, "optimisticMinutes"),
                given(likely, "likelyMinutes"),
                given(pessimistic, "pessimisticMinutes"));
    }

    /** Of a beta-PERT distribution: (a + 4m + b) / 6. */
    public long meanMinutes() {
        return Math.round(expectedMinutes());
    }

    /** The same, unrounded. */
    public double expectedMinutes() {
        return (optimisticMinutes + 4.0 * likelyMinutes + pessimisticMinutes) / 6;
    }

    /** Of the analytic card: (b − a) / 6. The variance of a beta-PERT distribution is another number. */
    public double sigmaMinutes() {
        return (pessimisticMinutes - optimisticMinutes) / 6.0;
    }

    /** As planners write it, in days of eight hours: {@code 3/5/9}. */
    public String days() {
        return days(optimisticMinutes) + "/" + days(likelyMinutes) + "/" + days(pessimisticMinutes);
    }

    private static String days(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(PlanHours.DAY_MINUTES), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long given(@Nullable Long minutes, String field) {
        if (minutes == null) {
            throw new RuleViolation("project.schedule.estimateIncomplete").at(field);
        }
        return minutes;
    }
}
