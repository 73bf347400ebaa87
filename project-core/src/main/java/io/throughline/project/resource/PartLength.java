package io.throughline.project.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How long one resource's part in a task lasts. */
final class PartLength {

    private PartLength() {}

    /**
     * Work ÷ units; the duration itself where the three agree but for rounding, or without units.
     *
     * @param units 1 is one full resource
     * @param work minutes
     * @param duration working minutes of the task
     */
    static long of(BigDecimal units, long work, long duration) {
        if (units.signum() == 0) {
            return duration;
        }
        var expected = units.multiply(BigDecimal.valueOf(duration));
        boolean agrees = expected.subtract(BigDecimal.valueOf(work)).abs().compareTo(BigDecimal.ONE) <= 0;
        return agrees
                ? duration
                : BigDecimal.valueOf(work)
                        .divide(units, 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
