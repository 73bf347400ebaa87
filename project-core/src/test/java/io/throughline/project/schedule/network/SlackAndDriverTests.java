package io.throughline.project.schedule.network;

import static io.throughline.project.schedule.network.NetworkFixtures.DAY;
import static io.throughline.project.schedule.network.NetworkFixtures.at;
import static io.throughline.project.schedule.network.NetworkFixtures.id;
import static io.throughline.project.schedule.network.NetworkFixtures.office;
import static io.throughline.project.schedule.network.NetworkFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.Driver.Kind;
import org.junit.jupiter.api.Test;

/** How much a task may slip, what holds it where it is, and what a change would move. Start Mon 2026-03-02. */
class SlackAndDriverTests {

    private final NetworkFixtures.Plan plan = plan();

    @Test
    void givesFinishedTasksNoSlackAndLetsThemBindNobody() {
        plan.task("A", 2);
        plan.task("B", 1).actualStart(at("03-02 08:00")).actualFinish(at("03-02 17:00"));
        plan.task("C", 3);

        var seen = plan.links("A→B", "B→C").schedule();

        assertThat(seen.dates("C")).isEqualTo("03-03…03-05");
        assertThat(seen.slack("B")).isZero();
        assertThat(seen.isCritical("B")).isFalse();
        assertThat(seen.slack("A")).isEqualTo(2);
    }

    @Test
    void countsTasksAsCriticalUpToTheThreshold() {
        var wide = plan(PlanFrame.startingAt(at("03-02 08:00"), office()).withCriticalSlack(2 * DAY));
        wide.task("A", 5);
        wide.task("B", 3);
        wide.task("C", 2);

        var seen = wide.schedule();

        assertThat(seen.isCritical("B")).isTrue();
        assertThat(seen.isCritical("C")).isFalse();
    }

    @Test
    void namesEveryTiedDriver() {
        plan.task("A", 5);
        plan.task("B", 5);
        plan.task("C", 4);
        plan.task("D", 1).constraint(ConstraintType.SNET, at("03-09 08:00"));

        var drivers = plan.links("A→D", "B→D", "C→D").schedule().schedule().startDrivers(id("D"));

        assertThat(drivers)
                .extracting(Driver::kind)
                .containsExactly(Kind.CONSTRAINT, Kind.PREDECESSOR, Kind.PREDECESSOR);
        assertThat(drivers).extracting(Driver::link).doesNotContain(NetworkFixtures.Plan.link("C→D"));
    }

    @Test
    void namesTheCalendarWhereALagEndsInClosedTime() {
        plan.task("A", 5);
        plan.task("B", 1);

        var drivers = plan.links("A→B FS+1ed").schedule().schedule().startDrivers(id("B"));

        assertThat(drivers).extracting(Driver::kind).containsExactly(Kind.PREDECESSOR, Kind.CALENDAR);
    }

    @Test
    void namesWhatDrivesThroughASummary() {
        plan.task("P", 3);
        plan.task("S", 0);
        plan.task("A", 2).parent(id("S"));

        var driver =
                plan.links("P→S").schedule().schedule().startDrivers(id("A")).get(0);

        assertThat(driver.kind()).isEqualTo(Kind.SUMMARY_PREDECESSOR);
        assertThat(driver.task()).isEqualTo(id("S"));
    }

    @Test
    void previewsWhatAChangeMoves() {
        plan.task("A", 5);
        plan.task("B", 3);
        plan.task("M", 0);
        plan.task("X", 1);
        var schedule = plan.links("A→B", "B→M").schedule().schedule();
        var network = schedule.network();

        var preview = schedule.preview(network.with(network.describe(id("A")).duration(6 * DAY)));

        assertThat(preview.moved()).extracting(Preview.Move::id).containsExactly(id("A"), id("B"), id("M"));
        assertThat(preview.milestonesMoved()).isEqualTo(1);
        assertThat(preview.finishMovesBy()).hasDays(1);
    }
}
