package io.throughline.project.schedule.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan scheduled from its finish is the mirror image of one scheduled from its start, where time has no calendar. */
class MirrorTests {

    private static final LocalDateTime START = RandomPlans.START;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void schedulesFromTheFinishAsInAMirror(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var ahead = Network.in(PlanFrame.startingAt(START, RandomPlans.ALWAYS));
            var back = Network.in(PlanFrame.finishingAt(START, RandomPlans.ALWAYS));
            int size = 25;
            for (int i = 0; i < size; i++) {
                long minutes = 60L * random.nextInt(100);
                var constraint =
                        random.nextInt(4) == 0 ? ConstraintType.values()[random.nextInt(8)] : ConstraintType.ASAP;
                constraint = constraint == ConstraintType.ALAP ? ConstraintType.ASAP : constraint;
                var date = START.plusHours(random.nextInt(500));
                ahead.task(i).duration(minutes).constraint(constraint, date).parent(i / 5 + size);
                back.task(i)
                        .duration(minutes)
                        .constraint(mirrored(constraint), mirrored(date))
                        .parent(i / 5 + size);
            }
            for (int s = size; s < size + size / 5; s++) {
                ahead.task(s);
                back.task(s);
            }
            for (int k = 0; k < 40; k++) {
                int to = 1 + random.nextInt(size - 1);
                int from = random.nextInt(to);
                var type = DependencyType.values()[random.nextInt(4)];
                var lag = Lag.elapsed(60L * (random.nextInt(50) - 10));
                boolean whole = type == DependencyType.FINISH_TO_START && random.nextInt(4) == 0 && from / 5 != to / 5;
                ahead.link(whole ? from / 5 + size : from, to, type, lag);
                back.link(to, whole ? from / 5 + size : from, mirrored(type), lag);
            }

            var expected = CriticalPath.of(ahead.build());
            var mirror = CriticalPath.of(back.build());

            assertThat(mirror.projectStart()).isEqualTo(mirrored(expected.projectFinish()));
            for (var task : expected.all()) {
                var image = mirror.of(task.id());
                assertThat(image.start()).as("seed %d round %d", seed, round).isEqualTo(mirrored(task.finish()));
                assertThat(image.finish()).isEqualTo(mirrored(task.start()));
                assertThat(image.lateFinish()).isEqualTo(mirrored(task.earlyStart()));
                assertThat(image.earlyStart()).isEqualTo(mirrored(task.lateFinish()));
                assertThat(image.totalSlack()).isEqualTo(task.totalSlack());
                assertThat(image.critical()).isEqualTo(task.critical());
            }
        }
    }

    private static LocalDateTime mirrored(LocalDateTime time) {
        return START.minus(Duration.between(START, time));
    }

    private static ConstraintType mirrored(ConstraintType type) {
        return switch (type) {
            case ASAP -> ConstraintType.ALAP;
            case ALAP -> ConstraintType.ASAP;
            case SNET -> ConstraintType.FNLT;
            case FNLT -> ConstraintType.SNET;
            case FNET -> ConstraintType.SNLT;
            case SNLT -> ConstraintType.FNET;
            case MSO -> ConstraintType.MFO;
            case MFO -> ConstraintType.MSO;
        };
    }

    private static DependencyType mirrored(DependencyType type) {
        return switch (type) {
            case FINISH_TO_START -> DependencyType.FINISH_TO_START;
            case START_TO_START -> DependencyType.FINISH_TO_FINISH;
            case FINISH_TO_FINISH -> DependencyType.START_TO_START;
            case START_TO_FINISH -> DependencyType.START_TO_FINISH;
        };
    }
}
