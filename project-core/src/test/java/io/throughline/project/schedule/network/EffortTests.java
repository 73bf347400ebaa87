package io.throughline.project.schedule.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.project.schedule.network.Effort.Type;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Work = duration × units: 5 days, one person, 40 hours to begin with. */
class EffortTests {

    private static final long DAY = 480;

    @ParameterizedTest
    @CsvSource({
        "FIXED_UNITS,    duration, 10,  10, 80, 100",
        "FIXED_UNITS,    work,     80,  10, 80, 100",
        "FIXED_UNITS,    units,    200, 2.5, 40, 200",
        "FIXED_DURATION, duration, 10,  10, 80, 100",
        "FIXED_DURATION, work,     80,  5,  80, 200",
        "FIXED_DURATION, units,    200, 5,  80, 200",
        "FIXED_WORK,     duration, 10,  10, 40, 50",
        "FIXED_WORK,     work,     80,  10, 80, 100",
        "FIXED_WORK,     units,    200, 2.5, 40, 200",
    })
    void changesWhatTheTypeLeavesFree(Type type, String what, long value, double days, long hours, int percent) {
        var effort = Effort.of(type, 5 * DAY, Effort.WHOLE);

        var changed =
                switch (what) {
                    case "duration" -> effort.withDuration(value * DAY);
                    case "work" -> effort.withWork(value * 60);
                    default -> effort.withUnits((int) value * 100);
                };

        assertThat(changed).isEqualTo(new Effort(type, Math.round(days * DAY), hours * 60, percent * 100));
    }

    @Test
    void keepsTheWorkWhenSomebodyJoinsAnEffortDrivenTask() {
        var alone = Effort.of(Type.FIXED_UNITS, 4 * DAY, Effort.WHOLE);

        var both = alone.joinedBy(Effort.WHOLE, true);
        var more = alone.joinedBy(Effort.WHOLE, false);

        assertThat(both).isEqualTo(new Effort(Type.FIXED_UNITS, 2 * DAY, 4 * DAY, 20_000));
        assertThat(more).isEqualTo(new Effort(Type.FIXED_UNITS, 4 * DAY, 8 * DAY, 20_000));
    }

    @Test
    void givesTheFirstPersonTheWorkOfTheDuration() {
        var nobody = Effort.of(Type.FIXED_WORK, 3 * DAY, 0);

        assertThat(nobody.joinedBy(5_000, true)).isEqualTo(new Effort(Type.FIXED_WORK, 3 * DAY, 720, 5_000));
        assertThat(nobody.joinedBy(5_000, true).withUnits(0).duration()).isEqualTo(3 * DAY);
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void keepsWorkEqualToDurationTimesUnits(Type type) {
        var random = new Random(type.ordinal());
        var effort = Effort.of(type, 5 * DAY, Effort.WHOLE);
        for (int step = 0; step < 1000; step++) {
            effort = switch (random.nextInt(4)) {
                case 0 -> effort.withDuration(60L * (1 + random.nextInt(100)));
                case 1 -> effort.withWork(60L * (1 + random.nextInt(100)));
                case 2 -> effort.withUnits(1000 * (1 + random.nextInt(30)));
                default -> effort.joinedBy(1000, random.nextBoolean());
            };
            double work = (double) effort.duration() * effort.units() / Effort.WHOLE;
            double rounding = effort.units() / 2.0 / Effort.WHOLE + effort.duration() / 2.0 / Effort.WHOLE + 1;
            assertThat(Math.abs(effort.work() - work))
                    .as("step %d %s", step, effort)
                    .isLessThan(rounding);
        }
    }

    @Test
    void refusesNegativeAmounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Effort.of(Type.FIXED_WORK, -1, 0));
    }
}
