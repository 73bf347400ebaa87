package io.throughline.project.schedule;

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

    /** Days of its kind: of eight hours, or of twenty-four. */
    public double days() {
        return minutes / (elapsed ? CLOCK_DAY : (double) PlanHours.DAY_MINUTES);
    }
}
