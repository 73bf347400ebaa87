package io.throughline.project.schedule.leveling;

import static io.throughline.project.schedule.leveling.LevelingFixtures.aPlanFromItsFinish;
import static io.throughline.project.schedule.leveling.LevelingFixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.NetworkFixtures;
import io.throughline.project.schedule.network.TaskDraft;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans counted back from Friday 27 March, 17:00. */
class LevelingFromFinishTests {

    @Test
    void movesTheOtherTaskEarlierAndLeavesTheFinish() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1);
        late(plan.task("A", 3, "Li Wei"));
        late(plan.task("B", 2, "Li Wei"));
        late(plan.task("C", 4));
        plan.link("C", "B");

        var seen = plan.leveled();

        assertThat(seen.dates("B")).isEqualTo("03-26 08:00…03-27 17:00");
        assertThat(seen.dates("A")).isEqualTo("03-23 08:00…03-25 17:00");
        assertThat(seen.dates("C")).isEqualTo("03-20 08:00…03-25 17:00");
        assertThat(seen.leveled().delays()).containsExactly(entry(id("A"), -2880L));
        assertThat(seen.leveled().after().projectFinish()).isEqualTo(NetworkFixtures.at("03-27 17:00"));
        assertThat(seen.leveled().overloadsAfter()).isEmpty();
        assertThat(seen.leveled().after().startDrivers(id("A")))
                .extracting(Driver::kind)
                .contains(Driver.Kind.LEVELING, Driver.Kind.PROJECT_FINISH);
    }

    @Test
    void worksAroundWhatIsBookedElsewhere() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1).busy("Li Wei", "03-26 13:00", "03-27 12:00");
        late(plan.task("A", 1.5, "Li Wei"));

        assertThat(plan.leveled().dates("A")).isEqualTo("03-25 08:00…03-26 12:00");
    }

    @Test
    void putsTasksAsSoonAsPossibleOneAfterTheOtherBeforeTheFinish() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1);
        plan.task("A", 1, "Li Wei");
        plan.task("B", 1, "Li Wei");

        var seen = plan.leveled();

        assertThat(seen.leveled().overloadsBefore()).isNotEmpty();
        assertThat(seen.leveled().overloadsAfter()).isEmpty();
        assertThat(List.of(seen.dates("A"), seen.dates("B")))
                .containsExactlyInAnyOrder("03-26 08:00…03-26 17:00", "03-27 08:00…03-27 17:00");
    }

    @Test
    void letsATaskAsSoonAsPossibleGoUpAsFarAsPeopleLetIt() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1).who("Zhang", 1);
        late(plan.task("A", 2, "Li Wei"));
        late(plan.task("B", 2, "Li Wei"));
        plan.task("C", 1, "Zhang");

        assertThat(plan.leveled().dates("C")).isEqualTo("03-24 08:00…03-24 17:00");
    }

    @Test
    void neverMovesPriorityThousandThoughTheProjectStartsEarlier() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1).who("Zhang", 1).priority("Fixed", 1000);
        late(plan.task("A", 2, "Li Wei"));
        late(plan.task("B", 3, "Li Wei"));
        plan.task("Fixed", 1, "Zhang");
        late(plan.task("After", 1, "Zhang"));
        plan.link("Fixed", "After");

        var seen = plan.leveled();

        assertThat(seen.leveled().before().startOf(id("Fixed"))).isEqualTo(NetworkFixtures.at("03-25 08:00"));
        assertThat(seen.dates("Fixed")).isEqualTo("03-25 08:00…03-25 17:00");
        assertThat(seen.leveled().after().projectStart()).isEqualTo(NetworkFixtures.at("03-23 08:00"));
        assertThat(seen.leveled().overloadsAfter()).isEmpty();
    }

    @Test
    void movesTheLessImportantOfTwo() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1).priority("A", 400).priority("B", 600);
        late(plan.task("A", 2, "Li Wei"));
        late(plan.task("B", 3, "Li Wei"));
        late(plan.task("Before", 9));
        plan.link("Before", "A");

        assertThat(plan.leveled().dates("B")).endsWith("03-27 17:00");
        assertThat(plan.leveled().dates("A")).endsWith("03-24 17:00");
    }

    @Test
    void movesNoFurtherThanTheStartAllowsWhenTold() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1);
        late(plan.task("A", 3, "Li Wei"));
        late(plan.task("B", 3, "Li Wei"));
        late(plan.task("Long", 5));

        var within = plan.leveledWithinSlack();

        assertThat(within.leveled().after().projectStart()).isEqualTo(NetworkFixtures.at("03-23 08:00"));
        assertThat(within.leveled().overloadsAfter()).isNotEmpty();
        assertThat(plan.leveled().leveled().overloadsAfter()).isEmpty();
    }

    @Test
    void countsTheDelayFromADeadline() {
        var plan = aPlanFromItsFinish().who("Li Wei", 1).priority("A", 600);
        late(plan.task("A", 1, "Li Wei")).deadline(NetworkFixtures.at("03-25 17:00"));
        late(plan.task("B", 4, "Li Wei")).constraint(ConstraintType.FNLT, NetworkFixtures.at("03-25 17:00"));

        var seen = plan.leveled();

        assertThat(seen.leveled().overloadsAfter()).isEmpty();
        assertThat(seen.dates("A")).isEqualTo("03-25 08:00…03-25 17:00");
        assertThat(seen.dates("B")).isEqualTo("03-19 08:00…03-24 17:00");
    }

    @Test
    void knowsThatAPartOfATaskLiesAtItsBeginning() {
        var office = NetworkFixtures.office();
        var plan = aPlanFromItsFinish().who("Li Wei", 1).who("Zhang", 1);
        late(plan.task("A", 4)).assigned(office, 960).assigned(office, 1920);
        plan.inHours("A", "Li Wei", office, 960).inHours("A", "Zhang", office, 1920);
        late(plan.task("B", 2, "Li Wei"));

        assertThat(plan.leveled().leveled().delays())
                .as("Li Wei is done with A on Wednesday morning")
                .isEmpty();
    }

    @Test
    void seesThatMorningsAndAfternoonsDoNotMeet() {
        var mornings = NetworkFixtures.hours(WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00"));
        var afternoons = NetworkFixtures.hours(WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "13:00-17:00"));
        var plan = aPlanFromItsFinish().who("Li Wei", 1);
        late(plan.task("A", 2)).hours(mornings);
        late(plan.task("B", 2)).hours(afternoons);
        plan.inHours("A", "Li Wei", mornings, 960).inHours("B", "Li Wei", afternoons, 960);

        assertThat(plan.leveled().leveled().delays()).isEmpty();
    }

    private static TaskDraft late(TaskDraft draft) {
        return draft.constraint(ConstraintType.ALAP, null);
    }
}
