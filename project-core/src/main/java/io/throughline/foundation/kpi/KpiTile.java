package io.throughline.foundation.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One measure as shown on a dashboard.
 *
 * @param previous of the period before, for the trend
 * @param target null where none is set
 * @param sliced whether it is of the slice asked for; else it is of the whole
 */
public record KpiTile(
        String id,
        KpiSource.KpiUnit unit,
        KpiSource.Direction direction,
        KpiValue now,
        KpiValue previous,
        @Nullable BigDecimal target,
        boolean sliced) {

    /** Whether the target is reached; null without value or target. */
    public @Nullable Boolean reached() {
        if (target == null || now.value() == null || direction == KpiSource.Direction.NONE) {
            return null;
        }
        int compared = now.value().compareTo(target);
        return direction == KpiSource.Direction.UP ? compared >= 0 : compared <= 0;
    }

    /** Positive: better than before, negative: worse, 0: the same; null when one of the two has no value. */
    public @Nullable Integer trend() {
        if (now.value() == null || previous.value() == null) {
            return null;
        }
        int compared = now.value().compareTo(previous.value());
        return direction == KpiSource.Direction.DOWN ? -compared : compared;
    }

    /** Difference to the period before, in the unit of the measure. */
    public @Nullable BigDecimal change() {
        return now.value() == null || previous.value() == null
                ? null
                : now.value().subtract(previous.value());
    }
}
