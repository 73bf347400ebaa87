package io.throughline.project.schedule.network;

import static io.throughline.project.schedule.network.NetworkFixtures.at;
import static io.throughline.project.schedule.network.NetworkFixtures.id;
import static io.throughline.project.schedule.network.NetworkFixtures.office;
import static io.throughline.project.schedule.network.NetworkFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.Conflict.Kind;
import io.throughline.project.schedule.network.NetworkFixtures.Seen;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Status date, inactive tasks, conflicts by name, several critical paths. */
class PlanStateTests {

    @Test
    void movesUnfinishedWorkBehindTheStatusDate() {
        var plan = plan();
        plan.task("A", 4).actualStart(at("03-02 08:00")).remaining(960L);
        plan.task("B", 2);
        plan.task("C", 1).actualStart(at("03-02 08:00")).actualFinish(at("03-02 17:00"));
        plan.task("D", 1).constraint(ConstraintType.MSO, at("03-03 08:00"));
        plan.task("E", 1);
        plan.links("A→E");
        var schedule = CriticalPath.of(plan.network());

        var move = UnfinishedWork.after(schedule, at("03-05 17:00"));
        var seen = new Seen(schedule.replan(move.network()));

        assertThat(seen.dates("A")).isEqualTo("03-02…03-09");
        assertThat(seen.dates("B")).isEqualTo("03-06…03-09");
        assertThat(seen.dates("C")).isEqualTo("03-02");
        assertThat(seen.dates("D")).isEqualTo("03-03");
        assertThat(seen.dates("E")).isEqualTo("03-10");
        assertThat(move.resumed()).containsExactly(id("A"));
        assertThat(move.postponed()).containsExactly(id("B"));
        assertThat(move.left()).containsExactly(id("D"));
        assertThat(schedule.preview(move.network()).moved())
                .extracting(Preview.Move::id)
                .containsExactlyInAnyOrder(id("A"), id("B"), id("E"));
    }

    @Test
    void leavesNoMovableWorkBeforeTheStatusDate() {
        for (long seed = 1; seed < 20; seed++) {
            var random = new Random(seed);
            var schedule = CriticalPath.of(RandomPlans.full(random, 40, ConstraintType.ASAP, ConstraintType.SNET)
                    .network());
            var date = at("03-20 12:00");

            var move = UnfinishedWork.after(schedule, date);
            var moved = CriticalPath.of(move.network());

            for (long task : move.postponed()) {
                assertThat(moved.of(task).start()).as("seed %d", seed).isAfterOrEqualTo(date);
            }
            var again = UnfinishedWork.after(moved, date);
            assertThat(again.postponed()).as("seed %d", seed).isEmpty();
            assertThat(again.resumed()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void letsAnInactiveTaskKeepItsDatesAndDriveNobody() {
        var plan = plan();
        plan.task("S", 0);
        plan.task("A", 2).parent(id("S"));
        plan.task("Off", 10).parent(id("S")).inactive(true);
        plan.task("B", 1);
        plan.links("A→Off", "Off→B", "S→B");

        var seen = plan.schedule();

        assertThat(seen.dates("Off")).isEqualTo("03-04…03-17");
        assertThat(seen.dates("S")).isEqualTo("03-02…03-03");
        assertThat(seen.dates("B")).isEqualTo("03-04");
        assertThat(seen.isCritical("Off")).isFalse();
        assertThat(seen.schedule().projectFinish()).isEqualTo(at("03-04 17:00"));
    }

    @Test
    void putsWhatLiesBelowAnInactiveSummaryOutOfForceWithIt() {
        var plan = plan();
        plan.task("S", 0).inactive(true);
        plan.task("A", 20).parent(id("S"));
        plan.task("B", 1);
        plan.links("S→B");

        var seen = plan.schedule();

        assertThat(seen.dates("S")).isEqualTo("03-02…03-27");
        assertThat(seen.dates("B")).isEqualTo("03-02");
        assertThat(seen.schedule().network().isInactive(id("A"))).isTrue();
    }

    @Test
    void bindsAnInactivePartByTheLinksOfItsSummary() {
        var plan = plan();
        plan.task("Before", 3);
        plan.task("S", 0);
        plan.task("A", 1).parent(id("S"));
        plan.task("Off", 1).parent(id("S")).inactive(true);
        plan.links("Before→S");

        assertThat(plan.schedule().dates("Off")).isEqualTo("03-05");
    }

    @Test
    void refusesToSwitchATaskOffInPassing() {
        var plan = plan();
        plan.task("A", 1);
        var network = plan.network();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.with(network.describe(id("A")).inactive(true)));
    }

    @Test
    void namesTheLinkThatAConstraintBreaks() {
        var plan = plan();
        plan.task("A", 5);
        plan.task("B", 3).constraint(ConstraintType.MSO, at("03-04 08:00"));
        plan.links("A→B");

        assertThat(Conflicts.of(plan.schedule().schedule()))
                .containsExactly(
                        new Conflict(Kind.CONSTRAINT_BREAKS_LINK, id("B"), NetworkFixtures.Plan.link("A→B"), 3 * 480));
    }

    @Test
    void namesTheConstraintThatLinksBreakWhereLinksWin() {
        var plan = plan(PlanFrame.startingAt(at("03-02 08:00"), office()).honoringConstraints(false));
        plan.task("A", 5);
        plan.task("B", 3).constraint(ConstraintType.FNLT, at("03-09 17:00"));
        plan.links("A→B");

        assertThat(Conflicts.of(plan.schedule().schedule()))
                .containsExactly(new Conflict(Kind.LINKS_BREAK_CONSTRAINT, id("B"), null, 2 * 480));
    }

    @Test
    void namesDeadlinesEarlyBeginningsAndDatesSetByHand() {
        var plan = plan();
        plan.task("A", 5).deadline(at("03-05 17:00"));
        plan.task("B", 3).actualStart(at("03-03 08:00"));
        plan.task("C", 1).manual(at("03-06 08:00"), at("03-06 17:00"));
        plan.links("A→B", "A→C");

        assertThat(Conflicts.of(plan.schedule().schedule()))
                .containsExactlyInAnyOrder(
                        new Conflict(Kind.DEADLINE_MISSED, id("A"), null, 480),
                        new Conflict(Kind.BEGUN_BEFORE_LINK, id("B"), NetworkFixtures.Plan.link("A→B"), 4 * 480),
                        new Conflict(Kind.MANUAL_BREAKS_LINK, id("C"), NetworkFixtures.Plan.link("A→C"), 480));
    }

    @Test
    void findsNoConflictInAPlanWithoutDemands() {
        for (long seed = 1; seed < 10; seed++) {
            var schedule =
                    CriticalPath.of(RandomPlans.structured(new Random(seed), 40).network());

            assertThat(Conflicts.of(schedule)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void givesEachChainItsOwnCriticalPathWhenAsked() {
        var frame = PlanFrame.startingAt(at("03-02 08:00"), office());
        var one = twoChains(frame);
        var several = twoChains(frame.withMultipleCriticalPaths(true));

        assertThat(List.of(one.isCritical("A"), one.isCritical("B"), one.isCritical("X"), one.isCritical("Y")))
                .containsExactly(true, true, false, false);
        assertThat(List.of(
                        several.isCritical("A"),
                        several.isCritical("B"),
                        several.isCritical("X"),
                        several.isCritical("Y"),
                        several.isCritical("Side")))
                .containsExactly(true, true, true, true, false);
        assertThat(several.slack("X")).isZero();
    }

    private static Seen twoChains(PlanFrame frame) {
        var plan = plan(frame);
        plan.task("A", 5);
        plan.task("B", 5);
        plan.task("X", 2);
        plan.task("Y", 2);
        plan.task("Side", 1);
        plan.links("A→B", "X→Y", "Side→Y");
        return plan.schedule();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void replansSeveralCriticalPathsAsAFullRunWould(long seed) {
        var random = new Random(seed);
        var frame = PlanFrame.startingAt(RandomPlans.START, RandomPlans.OFFICE).withMultipleCriticalPaths(true);
        var schedule = CriticalPath.of(RandomPlans.structured(random, 40).network(frame));
        for (int change = 0; change < 40; change++) {
            var draft = schedule.network().describe(random.nextInt(40)).duration(30L * random.nextInt(100));
            var changed = schedule.network().with(draft);

            schedule = schedule.replan(changed);

            assertThat(schedule.all()).isEqualTo(CriticalPath.of(changed).all());
        }
    }
}
