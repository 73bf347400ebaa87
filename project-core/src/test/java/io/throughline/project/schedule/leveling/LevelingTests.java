package io.throughline.project.schedule.leveling;

import static io.throughline.project.schedule.leveling.LevelingFixtures.aPlan;
import static io.throughline.project.schedule.leveling.LevelingFixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.NetworkFixtures;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelingTests {

    @Test
    void doesOneThingAfterTheOtherWhereOnePersonHasTwo() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 3, "Li Wei");
        plan.task("B", 2, "Li Wei");
        plan.task("C", 4);
        plan.link("B", "C");

        var seen = plan.leveled();

        assertThat(seen.dates("B")).isEqualTo("03-02 08:00…03-03 17:00");
        assertThat(seen.dates("A")).isEqualTo("03-04 08:00…03-06 17:00");
        assertThat(seen.dates("C")).isEqualTo("03-04 08:00…03-09 17:00");
        assertThat(seen.leveled().delays()).containsOnlyKeys(id("A")).containsValue(2880L);
    }

    @Test
    void namesTheOverloadItTakesAway() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 1, "Li Wei", 0.6);
        plan.task("B", 0.25, "Li Wei", 0.5);

        var leveled = plan.leveled().leveled();

        assertThat(leveled.overloadsBefore())
                .containsExactly(new Overload(
                        id("Li Wei"),
                        NetworkFixtures.at("03-02 08:00"),
                        NetworkFixtures.at("03-02 10:00"),
                        11_000,
                        10_000,
                        List.of(id("A"), id("B")).stream().sorted().toList()));
        assertThat(leveled.overloadsAfter()).isEmpty();
    }

    @Test
    void lowersNothingWhereThereIsEnough() {
        var plan = aPlan().who("Crew", 3);
        plan.task("A", 3, "Crew", 2);
        plan.task("B", 2, "Crew", 1);

        assertThat(plan.leveled().leveled().delays()).isEmpty();
    }

    @Test
    void worksAroundWhatIsBookedElsewhere() {
        var plan = aPlan().who("Li Wei", 1).busy("Li Wei", "03-03 08:00", "03-04 12:00");
        plan.task("A", 1.5, "Li Wei");

        assertThat(plan.leveled().dates("A")).isEqualTo("03-04 13:00…03-05 17:00");
    }

    @Test
    void neverMovesPriorityThousandNorPushesItByItsPredecessors() {
        var plan = aPlan().who("Li Wei", 1).priority("Fixed", 1000);
        plan.task("Before", 1, "Li Wei");
        plan.task("Fixed", 2, "Li Wei");
        plan.task("Other", 3, "Li Wei");
        plan.link("Before", "Fixed");

        var seen = plan.leveled();

        assertThat(seen.dates("Before")).isEqualTo("03-02 08:00…03-02 17:00");
        assertThat(seen.dates("Fixed")).isEqualTo("03-03 08:00…03-04 17:00");
        assertThat(seen.dates("Other")).isEqualTo("03-05 08:00…03-09 17:00");
    }

    @Test
    void delaysTheLessImportantOfTwo() {
        var plan = aPlan().who("Li Wei", 1).priority("A", 400).priority("B", 600);
        plan.task("A", 2, "Li Wei");
        plan.task("B", 3, "Li Wei");
        plan.task("C", 9);
        plan.link("A", "C");

        var seen = plan.leveled();

        assertThat(seen.dates("B")).startsWith("03-02 08:00");
        assertThat(seen.dates("A")).startsWith("03-05 08:00");
    }

    @Test
    void leavesWhatHasBegunAndWhatIsSetByHandWhereItIs() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("Begun", 2, "Li Wei").actualStart(NetworkFixtures.at("03-03 08:00"));
        plan.task("Manual", 1, "Li Wei").manual(NetworkFixtures.at("03-06 08:00"), NetworkFixtures.at("03-06 17:00"));
        plan.task("A", 2, "Li Wei");

        var seen = plan.leveled();

        assertThat(seen.dates("Begun")).isEqualTo("03-03 08:00…03-04 17:00");
        assertThat(seen.dates("Manual")).isEqualTo("03-06 08:00…03-06 17:00");
        assertThat(seen.dates("A")).isEqualTo("03-09 08:00…03-10 17:00");
    }

    @Test
    void delaysNoFurtherThanSlackWhenToldAndNamesWhatRemains() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 3, "Li Wei");
        plan.task("B", 3, "Li Wei");
        plan.task("C", 1, "Li Wei");
        plan.task("Long", 5);

        var within = plan.leveledWithinSlack();
        var beyond = plan.leveled();

        assertThat(within.leveled().after().projectFinish()).isEqualTo(NetworkFixtures.at("03-06 17:00"));
        assertThat(within.leveled().overloadsAfter()).isNotEmpty();
        assertThat(beyond.leveled().after().projectFinish()).isEqualTo(NetworkFixtures.at("03-10 17:00"));
        assertThat(beyond.leveled().overloadsAfter()).isEmpty();
    }

    @Test
    void keepsHardConstraints() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 3, "Li Wei");
        plan.task("B", 2, "Li Wei").constraint(ConstraintType.FNLT, NetworkFixtures.at("03-03 17:00"));

        assertThat(plan.leveled().dates("B")).isEqualTo("03-02 08:00…03-03 17:00");
        assertThat(plan.leveled().dates("A")).isEqualTo("03-04 08:00…03-06 17:00");
    }

    @Test
    void seesThatMorningsAndAfternoonsDoNotMeet() {
        var mornings = NetworkFixtures.hours(WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00"));
        var afternoons = NetworkFixtures.hours(WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "13:00-17:00"));
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 2).hours(mornings);
        plan.task("B", 2).hours(afternoons);
        plan.inHours("A", "Li Wei", mornings, 960).inHours("B", "Li Wei", afternoons, 960);

        assertThat(plan.leveled().leveled().delays()).isEmpty();
    }

    @Test
    void waitsThroughTheLeaveOfThePersonItNeeds() {
        var leave = NetworkFixtures.office(NetworkFixtures.holiday("03-04"));
        var plan = aPlan().who("Li Wei", 1).who("Zhang", 1);
        plan.task("A", 2).assigned(leave, 960);
        plan.task("B", 2).assigned(leave, 960);
        plan.inHours("A", "Li Wei", leave, 960).inHours("B", "Li Wei", leave, 960);
        plan.task("C", 1, "Zhang");

        var seen = plan.leveled();

        assertThat(List.of(seen.dates("A"), seen.dates("B")))
                .containsExactlyInAnyOrder("03-02 08:00…03-03 17:00", "03-05 08:00…03-06 17:00");
    }

    @Test
    void leavesAnOverloadThatNoDateCanCure() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 1, "Li Wei", 1.5);
        plan.task("B", 1, "Li Wei");

        var leveled = plan.leveled().leveled();

        assertThat(leveled.overloadsAfter())
                .extracting(Overload::tasks, Overload::units)
                .containsOnly(tuple(List.of(id("A")), 15_000));
    }

    @Test
    void findsTheSameDatesAgainFromItsDelays() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 3, "Li Wei");
        plan.task("B", 2, "Li Wei");
        var first = plan.leveled().leveled();

        var again = Leveling.atOnce(LevelingPlan.of(
                first.network(), plan.plan().resources(), plan.plan().assignments()));

        assertThat(again.after().all()).isEqualTo(first.after().all());
        assertThat(again.delays()).isEqualTo(first.delays());
    }

    @Test
    void leavesInactiveTasksOutOfTheReckoning() {
        var plan = aPlan().who("Li Wei", 1);
        plan.task("A", 3, "Li Wei");
        plan.task("Off", 30, "Li Wei").inactive(true);

        var leveled = plan.leveled().leveled();

        assertThat(leveled.delays()).isEmpty();
        assertThat(leveled.overloadsBefore()).isEmpty();
        assertThat(leveled.after().projectFinish()).isEqualTo(NetworkFixtures.at("03-04 17:00"));
    }
}
