package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How long a task takes.
 *
 * @param minutes working ones, or by the clock where {@code elapsed}
 * @param elapsed whether it runs day and night, on no calendar
 */
public record TaskDuration(long minutes, boolean elapsed) {

    private static final int CLOCK_DAY = 1440;

    /** Null where there is none. */
    public static @Nullable TaskDuration of(@Nullable Long minutes, boolean elapsed) {
        return minutes == null ? null : new TaskDuration(minutes, elapsed);
    }

    /**
     * As planners type it: working days as a bare number, {@code 2.5}; time by the clock with its unit, {@code 2ed},
     * {@code 4eh}, {@code 30em}.
     */
    public String text() {
        if (!elapsed) {
            return BigDecimal.valueOf(minutes)
                    .divide(BigDecimal.valueOf(PlanHours.DAY_MINUTES), 2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (minutes % CLOCK_DAY == 0) {
            return minutes / CLOCK_DAY + "ed";
        }
        return minutes % 60 == 0 ? minutes / 60 + "eh" : minutes + "em";
    }

    /**
     * Its minutes, to be counted with others of that kind.
     *
     * @param byClock whether those run day and night
     * @throws RuleViolation where it is of the other kind; no time at all is of both
     */
    public long minutes(boolean byClock) {
        return minutes(byClock, null);
    }

    /** @param field the broken rule is told at; null for none */
    public long minutes(boolean byClock, @Nullable String field) {
        if (minutes > 0 && elapsed != byClock) {
            var violation = new RuleViolation(
                    byClock ? "project.schedule.notByTheClock" : "project.schedule.notWorkingTime", text());
            throw field == null ? violation : violation.at(field);
        }
        return minutes;
    }

    /** Minutes of as many days of the other kind, of twenty-four hours where {@code elapsed}. */
    static long turned(long minutes, boolean elapsed) {
        return elapsed ? minutes * CLOCK_DAY / PlanHours.DAY_MINUTES : minutes * PlanHours.DAY_MINUTES / CLOCK_DAY;
    }

    /** Days of its kind: of eight hours, or of twenty-four. */
    public double days() {
        return minutes / (elapsed ? CLOCK_DAY : (double) PlanHours.DAY_MINUTES);
    }
}
