package io.throughline.project.schedule.network;

import static io.throughline.project.schedule.network.NetworkFixtures.at;
import static io.throughline.project.schedule.network.NetworkFixtures.holiday;
import static io.throughline.project.schedule.network.NetworkFixtures.office;
import static io.throughline.project.schedule.network.NetworkFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.NetworkFixtures.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The worked cases of the scheduling rules: start Mon 2026-03-02, A 5 days, B 3 days, unless the case says otherwise. */
class WorkedCasesTests {

    private static Plan aAndB() {
        var plan = plan();
        plan.task("A", 5);
        plan.task("B", 3);
        return plan;
    }

    @ParameterizedTest
    @CsvSource({
        "FS,    03-09…03-11, 0",
        "FS+2d, 03-11…03-13, 0",
        "FS-1d, 03-06…03-10, 0",
        "SS,    03-02…03-04, 2",
        "SS+2d, 03-04…03-06, 0",
        "FF,    03-04…03-06, 0",
        "FF+2d, 03-06…03-10, 0",
        "FF-1d, 03-03…03-05, 1",
    })
    void placesTheSuccessorByKindAndLag(String link, String dates, double slack) {
        var seen = aAndB().links("A→B " + link).schedule();

        assertThat(seen.dates("A")).isEqualTo("03-02…03-06");
        assertThat(seen.dates("B")).isEqualTo(dates);
        assertThat(seen.slack("B")).isEqualTo(slack);
    }

    @Test
    void countsDurationAndLagAroundAHoliday() {
        var plan = plan(office(holiday("03-04")));
        plan.task("A", 5);
        plan.task("B", 3);

        var seen = plan.links("A→B FS+2d").schedule();

        assertThat(seen.dates("A")).isEqualTo("03-02…03-09");
        assertThat(seen.dates("B")).isEqualTo("03-12…03-16");
    }

    @ParameterizedTest
    @EnumSource(
            value = ConstraintType.class,
            names = {"SNET", "MSO"})
    void holdsATaskUntilItsConstraint(ConstraintType constraint) {
        var plan = plan();
        plan.task("A", 5);
        plan.task("B", 3).constraint(constraint, at("03-11 08:00"));
        plan.task("C", 2);

        var seen = plan.links("A→B", "B→C").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-11…03-13");
        assertThat(seen.dates("C")).isEqualTo("03-16…03-17");
        assertThat(seen.slack("A")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ConstraintType.class,
            names = {"MSO", "SNLT"})
    void letsAHardStartWinOverALink(ConstraintType constraint) {
        var plan = plan();
        plan.task("A", 5);
        plan.task("B", 3).constraint(constraint, at("03-04 08:00"));

        var seen = plan.links("A→B").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-04…03-06");
        assertThat(seen.slack("A")).isEqualTo(-3);
        assertThat(seen.isCritical("A")).isTrue();
        assertThat(seen.isCritical("B")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ConstraintType.class,
            names = {"MFO", "FNLT"})
    void letsAHardFinishWinOverALink(ConstraintType constraint) {
        var plan = plan();
        plan.task("A", 5);
        plan.task("B", 3).constraint(constraint, at("03-04 17:00"));

        var seen = plan.links("A→B").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-02…03-04");
        assertThat(seen.slack("A")).isEqualTo(-5);
    }

    @Test
    void showsAMissedDeadlineAsNegativeSlackAndMovesNothing() {
        var plan = plan();
        plan.task("A", 5);
        plan.task("B", 3).deadline(at("03-10 17:00"));

        var seen = plan.links("A→B").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-09…03-11");
        assertThat(seen.slack("A")).isEqualTo(-1);
        assertThat(seen.slack("B")).isEqualTo(-1);
        assertThat(seen.isCritical("A")).isTrue();
        assertThat(seen.isCritical("B")).isTrue();
    }

    @Test
    void plansWhatRemainsFromTheActualStart() {
        var plan = plan();
        plan.task("A", 4).actualStart(at("03-04 08:00")).remaining(3 * NetworkFixtures.DAY);
        plan.task("B", 3);

        var seen = plan.links("A→B").schedule();

        assertThat(seen.dates("A")).isEqualTo("03-04…03-09");
        assertThat(seen.dates("B")).isEqualTo("03-10…03-12");
    }

    @Test
    void letsAnActualStartOverrideALink() {
        var plan = plan();
        plan.task("A", 4);
        plan.task("B", 3).actualStart(at("03-03 08:00"));

        var seen = plan.links("A→B").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-03…03-05");
        assertThat(seen.slack("A")).isEqualTo(-3);
    }

    @Test
    void waitsForTheLastPartOfASummary() {
        var plan = plan();
        plan.task("S", 0);
        plan.task("C", 2).parent(NetworkFixtures.id("S"));
        plan.task("D", 4).parent(NetworkFixtures.id("S"));
        plan.task("X", 3);

        var seen = plan.links("S→X").schedule();

        assertThat(seen.dates("S")).isEqualTo("03-02…03-05");
        assertThat(seen.dates("X")).isEqualTo("03-06…03-10");
        assertThat(seen.slack("C")).isEqualTo(2);
    }

    @Test
    void drivesEveryPartOfASummary() {
        var plan = plan();
        plan.task("P", 3);
        plan.task("S", 0);
        plan.task("C", 2).parent(NetworkFixtures.id("S"));
        plan.task("D", 4).parent(NetworkFixtures.id("S"));

        var seen = plan.links("P→S FS+1d").schedule();

        assertThat(seen.dates("C")).startsWith("03-06");
        assertThat(seen.dates("D")).startsWith("03-06");
        assertThat(seen.dates("S")).isEqualTo("03-06…03-11");
    }

    @ParameterizedTest
    @CsvSource({
        "2003-10-09T08:00, 8,  2003-10-09T17:00",
        "2003-10-09T08:00, 16, 2003-10-10T17:00",
        "2003-10-09T08:00, 24, 2003-10-13T17:00",
        "2003-10-09T08:00, 9,  2003-10-10T09:00",
        "2003-10-09T11:30, 1,  2003-10-09T13:30",
    })
    void endsAtClosingTimeAndPausesAtNoon(String start, long hours, String finish) {
        var frame = PlanFrame.startingAt(java.time.LocalDateTime.parse(start), office());
        var plan = plan(frame);
        plan.task("A", 0).duration(hours * 60);

        assertThat(plan.schedule().schedule().of(NetworkFixtures.id("A")).finish())
                .isEqualTo(java.time.LocalDateTime.parse(finish));
    }
}
