package io.throughline.web.insight;

import io.throughline.foundation.kpi.KpiSource.KpiUnit;
import io.throughline.foundation.kpi.KpiTile;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers of measures as people read them, as {@code @measures} in templates. */
@Component("measures")
@RequiredArgsConstructor
class Measures {

    private final Formats formats;
    private final Words words;

    /** With its unit; null where there is no value. */
    public @Nullable String value(KpiUnit unit, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return switch (unit) {
            case PERCENT -> formats.number(value, 1) + "%";
            case COUNT -> formats.number(value);
            case RATIO -> formats.number(value, 2);
            case HOURS -> words.text("web.insight.hours", formats.number(value, 1));
            case DAYS -> words.text("web.insight.days", formats.number(value, 1));
            case INDEX -> sign(value) + formats.number(value, 0);
        };
    }

    /** How much it moved since the period before; null where one of the two has no value. */
    public @Nullable String change(KpiTile tile) {
        var change = tile.change();
        if (change == null) {
            return null;
        }
        return tile.unit() == KpiUnit.PERCENT
                ? words.text("web.insight.points", sign(change) + formats.number(change, 1))
                : sign(change)
                        + value(tile.unit() == KpiUnit.INDEX ? KpiUnit.COUNT : tile.unit(), rounded(tile, change));
    }

    private static BigDecimal rounded(KpiTile tile, BigDecimal change) {
        return tile.unit() == KpiUnit.INDEX ? change.setScale(0, java.math.RoundingMode.HALF_UP) : change;
    }

    private static String sign(BigDecimal value) {
        return value.signum() > 0 ? "+" : "";
    }
}
