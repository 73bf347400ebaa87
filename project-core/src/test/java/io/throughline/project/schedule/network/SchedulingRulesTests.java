package io.throughline.project.schedule.network;

import static io.throughline.project.schedule.network.NetworkFixtures.DAY;
import static io.throughline.project.schedule.network.NetworkFixtures.at;
import static io.throughline.project.schedule.network.NetworkFixtures.hours;
import static io.throughline.project.schedule.network.NetworkFixtures.id;
import static io.throughline.project.schedule.network.NetworkFixtures.office;
import static io.throughline.project.schedule.network.NetworkFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.Driver.Kind;
import io.throughline.project.schedule.network.PlanFrame.Alap;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** The scheduling rules for dates, one by one, beyond the worked cases. Start Mon 2026-03-02. */
class SchedulingRulesTests {

    private final NetworkFixtures.Plan plan = plan();

    @Test
    void letsNoLinkReachBeforeTheProjectStart() {
        plan.task("A", 1);
        plan.task("B", 3);

        assertThat(plan.links("A→B FS-5d").schedule().dates("B")).isEqualTo("03-02…03-04");
    }

    @Test
    void letsAnExplicitConstraintReachBeforeTheProjectStart() {
        plan.task("A", 2).constraint(ConstraintType.SNET, at("02-26 08:00"));

        assertThat(plan.schedule().dates("A")).isEqualTo("02-26…02-27");
    }

    @Test
    void letsLinksWinWhereConstraintsAreNotHonored() {
        var loose = plan(PlanFrame.startingAt(at("03-02 08:00"), office()).honoringConstraints(false));
        loose.task("A", 5);
        loose.task("B", 3).constraint(ConstraintType.MSO, at("03-04 08:00"));
        loose.task("C", 1).constraint(ConstraintType.FNLT, at("03-03 17:00"));

        var seen = loose.links("A→B", "A→C").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-09…03-11");
        assertThat(seen.dates("C")).isEqualTo("03-09");
        assertThat(seen.slack("B")).isEqualTo(-3);
    }

    @Test
    void movesSuccessorsEarlierWhenAPredecessorShrinks() {
        plan.task("A", 5);
        plan.task("B", 3);
        var schedule = plan.links("A→B").schedule().schedule();

        var shorter =
                schedule.network().with(schedule.network().describe(id("A")).duration(2 * DAY));

        assertThat(schedule.replan(shorter).of(id("B")).start()).isEqualTo(at("03-04 08:00"));
    }

    @Test
    void laysAMilestoneAtTheFinishOfWhatItWaitsFor() {
        plan.task("A", 5);
        plan.task("B", 4.75);
        plan.task("M", 0);
        plan.task("N", 0);
        plan.task("O", 0);

        var seen = plan.links("A→M", "B→N", "A→O FS+1d").schedule();

        assertThat(seen.dates("M")).isEqualTo("03-06 17:00…03-06");
        assertThat(seen.dates("N")).isEqualTo("03-06 15:00");
        assertThat(seen.dates("O")).isEqualTo("03-09 17:00…03-09");
    }

    @Test
    void movesAMilestoneOutOfClosedTime() {
        plan.task("A", 5);
        plan.task("M", 0);

        assertThat(plan.links("A→M FS+1ed").schedule().dates("M")).isEqualTo("03-09…03-09 08:00");
    }

    @Test
    void countsElapsedTimeThroughNightsAndWeekends() {
        plan.task("Pour", 5);
        plan.task("Cure", 0).elapsedDuration(2 * 1440);
        plan.task("Strip", 1);

        var seen = plan.links("Pour→Cure", "Cure→Strip").schedule();

        assertThat(seen.dates("Cure")).isEqualTo("03-06 17:00…03-08");
        assertThat(seen.dates("Strip")).isEqualTo("03-09");
        assertThat(seen.slack("Cure") * DAY).isEqualTo(15 * 60);
    }

    @Test
    void countsALagInPercentOfThePredecessorsDuration() {
        plan.task("A", 4);
        plan.task("B", 1);
        plan.task("C", 1);

        var seen = plan.links("A→B SS+50%", "A→C FS-25%").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-04");
        assertThat(seen.dates("C")).isEqualTo("03-05");
    }

    @Test
    void countsWorkingLagOnTheSuccessorsCalendar() {
        plan.task("A", 5);
        plan.task("B", 1).hours(hours(WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "08:00-12:00", "13:00-17:00")));

        var seen = plan.links("A→B FS+1d").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-08");
    }

    @Test
    void spansASummaryFromItsFirstStartToItsLastFinish() {
        plan.task("S", 0);
        plan.task("A", 2).parent(id("S")).constraint(ConstraintType.SNET, at("03-04 08:00"));
        plan.task("T", 0).parent(id("S"));
        plan.task("B", 4).parent(id("T"));

        var seen = plan.schedule();

        assertThat(seen.dates("S")).isEqualTo("03-02…03-05");
        assertThat(seen.isCritical("S")).isTrue();
        assertThat(seen.schedule().finishDrivers(id("S")))
                .extracting(Driver::task)
                .containsExactly(id("A"), id("T"));
    }

    @Test
    void startsWhatIsLinkedToTheStartOfASummaryWithItsFirstPart() {
        plan.task("S", 0);
        plan.task("A", 2).parent(id("S")).constraint(ConstraintType.SNET, at("03-04 08:00"));
        plan.task("B", 4).parent(id("S")).constraint(ConstraintType.SNET, at("03-03 08:00"));
        plan.task("X", 1);

        assertThat(plan.links("S→X SS+1d").schedule().dates("X")).isEqualTo("03-04");
    }

    @Test
    void keepsAManualSummaryAndLetsItDriveByItsOwnDates() {
        plan.task("S", 0).manual(at("03-02 08:00"), at("03-10 17:00"));
        plan.task("A", 2).parent(id("S"));
        plan.task("X", 1);

        var seen = plan.links("S→X").schedule();

        assertThat(seen.dates("S")).isEqualTo("03-02…03-10");
        assertThat(seen.dates("X")).isEqualTo("03-11");
    }

    @Test
    void keepsManualTasksWhereTheyArePinned() {
        plan.task("A", 5);
        plan.task("B", 3).manual(at("03-03 08:00"), at("03-05 17:00"));
        plan.task("C", 1);

        var seen = plan.links("A→B", "B→C").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-03…03-05");
        assertThat(seen.dates("C")).isEqualTo("03-06");
        assertThat(seen.slack("A")).isNegative();
    }

    @Test
    void laysATaskAsLateAsNoSuccessorMoves() {
        plan.task("A", 1).constraint(ConstraintType.ALAP, null);
        plan.task("B", 1);
        plan.task("C", 3);
        plan.task("D", 1).constraint(ConstraintType.ALAP, null);
        plan.task("E", 5);

        var seen = plan.links("A→B", "C→B").schedule();

        assertThat(seen.dates("A")).isEqualTo("03-04");
        assertThat(seen.dates("B")).isEqualTo("03-05");
        assertThat(seen.freeSlack("A")).isZero();
        assertThat(seen.slack("A")).isEqualTo(1);
        assertThat(seen.dates("D")).isEqualTo("03-06");
        assertThat(seen.schedule().startDrivers(id("A")))
                .extracting(Driver::kind)
                .containsExactly(Kind.CONSTRAINT, Kind.SUCCESSOR);
    }

    @Test
    void pushesSuccessorsBehindATaskAsLateAsPossibleWhereThePlanSaysSo() {
        var microsoft = plan(PlanFrame.startingAt(at("03-02 08:00"), office()).withAlap(Alap.TOTAL_SLACK));
        microsoft.task("A", 1).constraint(ConstraintType.ALAP, null);
        microsoft.task("B", 1);
        microsoft.task("C", 5);

        var seen = microsoft.links("A→B").schedule();

        assertThat(seen.dates("A")).isEqualTo("03-05");
        assertThat(seen.dates("B")).isEqualTo("03-06");
        assertThat(seen.isCritical("A")).isTrue();
        assertThat(seen.isCritical("B")).isTrue();
    }

    @Test
    void countsBackFromTheProjectFinish() {
        var back = plan(PlanFrame.finishingAt(at("03-13 17:00"), office()));
        back.task("A", 5).constraint(ConstraintType.ALAP, null);
        back.task("B", 3).constraint(ConstraintType.ALAP, null);
        back.task("C", 1);

        var seen = back.links("A→B").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-11…03-13");
        assertThat(seen.dates("A")).isEqualTo("03-04…03-10");
        assertThat(seen.dates("C")).isEqualTo("03-04");
        assertThat(seen.schedule().projectStart()).isEqualTo(at("03-04 08:00"));
        assertThat(seen.isCritical("A")).isTrue();
    }

    @Test
    void addsLevelingDelayByTheClock() {
        plan.task("A", 2).levelingDelay(1440);
        plan.task("B", 1);

        var seen = plan.links("A→B").schedule();

        assertThat(seen.dates("A")).isEqualTo("03-03…03-04");
        assertThat(seen.dates("B")).isEqualTo("03-05");
        assertThat(seen.schedule().startDrivers(id("A")))
                .extracting(Driver::kind)
                .containsExactly(Kind.PROJECT_START, Kind.LEVELING);
    }

    @Test
    void worksOnTheHoursOfTheResources() {
        var mornings = hours(WorkWeek.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, "08:00-12:00"));
        plan.task("A", 2).assigned(mornings, 2 * DAY).assigned(office(), DAY);

        assertThat(plan.schedule().dates("A")).isEqualTo("03-02…03-06 12:00");
    }

    @Test
    void keepsTheGapsOfASplitTaskWhenItMoves() {
        plan.task("A", 1);
        plan.task("B", 2).gaps(DAY);

        var seen = plan.links("A→B").schedule();

        assertThat(seen.dates("B")).isEqualTo("03-03…03-05");
        assertThat(seen.slack("A")).isZero();
    }

    @Test
    void goesOnWithWhatRemainsFromTheDayItResumes() {
        plan.task("A", 4).actualStart(at("03-02 08:00")).remaining(2 * DAY).resume(at("03-10 08:00"));

        assertThat(plan.schedule().dates("A")).isEqualTo("03-02…03-11");
    }
}
