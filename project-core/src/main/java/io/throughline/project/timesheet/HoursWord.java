package io.throughline.project.timesheet;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Minutes as people read them in a line: hours, with what is needed behind the point. */
final class HoursWord {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private HoursWord() {}

    static String of(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(HOUR, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
