package io.throughline.project.schedule.leveling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.throughline.project.schedule.network.ScheduleCheck;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leveling on published instances, where the folder with them is given; see {@link LevelingBenchmark} for the numbers. */
class RcpspTests {

    private List<RcpspInstances.Instance> instances = List.of();

    @BeforeEach
    void read() {
        assumeTrue(
                RcpspInstances.arePresent(),
                () -> "SKIPPED: no PSPLIB instances in " + RcpspInstances.folder()
                        + ", name their folder by -Drcpsp=…");
        instances = RcpspInstances.all();
    }

    @Test
    void breaksNothingAndIsNeverShorterThanTheBestKnown() {
        for (var one : instances) {
            var leveled = Leveling.atOnce(one.plan());

            assertThat(leveled.overloadsAfter()).as(one.name()).isEmpty();
            assertThat(ScheduleCheck.violations(leveled.after())).as(one.name()).isEmpty();
            assertThat(one.days(leveled)).as(one.name()).isGreaterThanOrEqualTo(one.best());
        }
    }

    @Test
    void staysWithinTheGapsAllowedAtOnce() {
        assertThat(gap("j30")).isLessThanOrEqualTo(0.02);
        assertThat(gap("j60")).isLessThanOrEqualTo(0.025);
    }

    private double gap(String set) {
        return instances.stream()
                .filter(one -> one.set().equals(set))
                .mapToDouble(one -> (double) one.days(Leveling.atOnce(one.plan())) / one.best() - 1)
                .average()
                .orElseThrow();
    }
}
