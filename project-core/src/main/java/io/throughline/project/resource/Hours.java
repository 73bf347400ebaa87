package io.throughline.project.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Minutes as people write them: in hours, with a tenth where there is one. */
final class Hours {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private Hours() {}

    static BigDecimal of(long minutes) {
        var hours = BigDecimal.valueOf(minutes).divide(MINUTES, 1, RoundingMode.HALF_UP);
        return new BigDecimal(hours.stripTrailingZeros().toPlainString());
    }
}
