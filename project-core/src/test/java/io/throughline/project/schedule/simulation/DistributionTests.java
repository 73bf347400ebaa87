package io.throughline.project.schedule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTests {

    private static final long WIDE = 1_000_000_000;

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-4, 0.01, 0.2, 0.5, 0.8, 0.99, 0.9999})
    void knowsTheQuantilesOfASymmetricBetaPert(double share) {
        double x = ThreePoints.pert(0, WIDE / 2, WIDE).quantile(share) / WIDE;

        assertThat(x * x * x * (10 - 15 * x + 6 * x * x)).isCloseTo(share, within(2e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-4, 0.01, 0.2, 0.5, 0.8, 0.99, 0.9999})
    void knowsTheQuantilesWhereTheLikelyPointIsTheOptimisticOne(double share) {
        double x = ThreePoints.pert(0, 0, WIDE).quantile(share) / WIDE;

        assertThat(x).isCloseTo(1 - Math.pow(1 - share, 0.2), within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 10", "3, 4, 100", "0, 37, 100", "10, 90, 100", "5, 5, 9", "1, 9, 9"})
    void hasTheMeanAndVarianceOfItsFormula(long a, long m, long b) {
        for (var shape : ThreePoints.Shape.values()) {
            var points = new ThreePoints(a * WIDE, m * WIDE, b * WIDE, shape);
            int steps = 200_000;
            double mean = 0;
            double squares = 0;
            for (int k = 0; k < steps; k++) {
                double x = points.quantile((k + 0.5) / steps) / WIDE;
                mean += x / steps;
                squares += x * x / steps;
            }
            assertThat(mean).as("%s", shape).isCloseTo(points.mean() / WIDE, within(1e-4 * (b - a)));
            assertThat(squares - mean * mean)
                    .as("%s", shape)
                    .isCloseTo(points.variance() / WIDE / WIDE, within(1e-4 * (b - a) * (b - a)));
        }
    }

    @Test
    void refusesPointsInTheWrongOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThreePoints.pert(5, 4, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> ThreePoints.pert(-1, 4, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> ThreePoints.triangular(1, 10, 9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1.959963984540054, 0.975", "-2.326347874040841, 0.01", "4.753424308822899, 0.999999"})
    void knowsTheNormalDistribution(double z, double share) {
        assertThat(Normal.share(z)).isCloseTo(share, within(1e-12));
        assertThat(Normal.quantile(share)).isCloseTo(z, within(1e-9));
    }
}
