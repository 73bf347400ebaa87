package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.project.schedule.PertPath.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class PertPathTests {

    private static final long DAY = 480;

    /** V11: O 4, M 6, P 14. */
    @Test
    void expectsOneTaskByItsThreePoints() {
        var path = PertPath.of(List.of(new Part(6 * DAY, estimate(4, 6, 14))));

        assertThat(path.expectedDays()).isEqualTo(7.0, within(0.005));
        assertThat(path.sigmaDays()).isEqualTo(1.67, within(0.005));
    }

    @Test
    void addsMeansAndVariancesAlongTheWay() {
        var path = PertPath.of(List.of(
                new Part(6 * DAY, estimate(4, 6, 14)), new Part(6 * DAY, estimate(4, 6, 14)), new Part(3 * DAY, null)));

        assertThat(path.tasks()).isEqualTo(3);
        assertThat(path.estimated()).isEqualTo(2);
        assertThat(path.expectedDays()).isEqualTo(17.0, within(1e-9));
        assertThat(path.sigmaDays()).isEqualTo(Math.sqrt(2) * 10 / 6, within(1e-9));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(PertPath.of(List.of())).isEqualTo(new PertPath(0, 0, 0, 0));
    }

    private static ThreePointEstimate estimate(long o, long m, long p) {
        return new ThreePointEstimate(o * DAY, m * DAY, p * DAY);
    }
}
