package io.throughline.foundation.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.kpi.KpiSource.Direction;
import io.throughline.foundation.kpi.KpiSource.KpiUnit;
import io.throughline.foundation.model.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KpiTests {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2027-01-01, 2025, 2027",
        "2026-Q1, 2026-01-01, 2026-04-01, 2025-Q4, 2026-Q2",
        "2026-Q4, 2026-10-01, 2027-01-01, 2026-Q3, 2027-Q1",
        "2026-02, 2026-02-01, 2026-03-01, 2026-01, 2026-03"
    })
    void readsPeriods(String code, LocalDate from, LocalDate to, String previous, String next) {
        var period = Period.parse(code);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.previous().code()).isEqualTo(previous);
        assertThat(period.next().code()).isEqualTo(next);
        assertThat(period.start(ZoneId.of("Asia/Shanghai"))).isEqualTo(from + "T00:00:00+08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-13", "soon", "2026-W01"})
    void refusesWhatIsNoPeriod(String code) {
        assertThatThrownBy(() -> Period.parse(code)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void givesNoValueWhereThereIsNothingToDivideBy() {
        assertThat(KpiValue.share(0, 0).value()).isNull();
        assertThat(KpiValue.share(5, 8).value()).isEqualByComparingTo("62.5");
    }

    @Test
    void judgesByDirectionAndNotBySign() {
        assertThat(tile(Direction.UP, "80", "70", "75").reached()).isTrue();
        assertThat(tile(Direction.UP, "80", "70", "75").trend()).isPositive();
        assertThat(tile(Direction.DOWN, "80", "70", "75").reached()).isFalse();
        assertThat(tile(Direction.DOWN, "80", "70", "75").trend()).isNegative();
        assertThat(tile(Direction.UP, null, "70", "75").trend()).isNull();
        assertThat(tile(Direction.UP, "80", "70", null).reached()).isNull();
    }

    private static KpiTile tile(Direction direction, @Nullable String now, String before, @Nullable String target) {
        return new KpiTile(
                "x",
                KpiUnit.PERCENT,
                direction,
                new KpiValue(now == null ? null : new BigDecimal(now), 0, 0),
                new KpiValue(new BigDecimal(before), 0, 0),
                target == null ? null : new BigDecimal(target),
                false);
    }
}
