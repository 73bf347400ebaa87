package io.throughline.project.schedule.network;

import static io.throughline.project.schedule.network.NetworkFixtures.at;
import static io.throughline.project.schedule.network.NetworkFixtures.hours;
import static io.throughline.project.schedule.network.NetworkFixtures.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkPeriod;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTests {

    private final NetworkBuilder builder = Network.in(PlanFrame.startingAt(at("03-02 08:00"), office()));

    private void tasks(long... ids) {
        for (long id : ids) {
            builder.task(id).duration(480);
        }
    }

    private void link(long from, long to) {
        builder.link(from, to, DependencyType.FINISH_TO_START, Lag.NONE);
    }

    private void refuses(Problem problem, Long... tasks) {
        var refusal = catchThrowableOfType(InvalidNetworkException.class, () -> CriticalPath.of(builder.build()));

        assertThat(refusal).isNotNull();
        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.tasks()).containsExactly(tasks);
    }

    @Test
    void namesTheTasksOfACircleInOrder() {
        tasks(1, 2, 3, 4, 5);
        link(1, 2);
        link(2, 3);
        link(3, 4);
        link(4, 2);
        link(4, 5);

        var refusal = catchThrowableOfType(InvalidNetworkException.class, builder::build);

        assertThat(refusal.problem()).isEqualTo(Problem.CYCLIC_LINKS);
        assertThat(List.of(List.of(2L, 3L, 4L), List.of(3L, 4L, 2L), List.of(4L, 2L, 3L)))
                .contains(refusal.tasks());
    }

    @Test
    void findsACircleThroughTheHierarchy() {
        tasks(1, 2, 10, 20);
        builder.task(11).parent(10);
        builder.task(21).parent(20);
        link(10, 21);
        link(20, 11);

        var refusal = catchThrowableOfType(InvalidNetworkException.class, builder::build);

        assertThat(refusal.problem()).isEqualTo(Problem.CYCLIC_LINKS);
        assertThat(refusal.tasks()).contains(10L, 21L, 20L, 11L).doesNotContain(1L, 2L);
    }

    @Test
    void refusesALinkBetweenASummaryAndItsOwnPart() {
        tasks(1);
        builder.task(2).parent(1);
        builder.task(3).parent(2);
        link(3, 1);

        refuses(Problem.LINK_WITHIN_SUMMARY, 3L, 1L);
    }

    @Test
    void refusesALinkOfATaskToItself() {
        tasks(1);
        link(1, 1);

        refuses(Problem.LINK_WITHIN_SUMMARY, 1L, 1L);
    }

    @Test
    void refusesParentsInACircle() {
        builder.task(1).parent(2);
        builder.task(2).parent(3);
        builder.task(3).parent(1);

        refuses(Problem.CYCLIC_HIERARCHY, 1L, 2L, 3L);
    }

    @Test
    void refusesIdsThatAreUnknownOrUsedTwice() {
        tasks(1);
        link(1, 7);

        refuses(Problem.UNKNOWN_TASK, 7L);

        tasks(1);

        refuses(Problem.DUPLICATE_ID, 1L);
    }

    @Test
    void refusesAmountsAndDatesThatCannotBe() {
        builder.task(1).duration(-1);

        refuses(Problem.IMPOSSIBLE_AMOUNT, 1L);
    }

    @Test
    void refusesAConstraintWithoutItsDate() {
        builder.task(1).duration(480).constraint(ConstraintType.MSO, null);

        refuses(Problem.IMPOSSIBLE_DATES, 1L);
    }

    @Test
    void refusesAFinishBeforeItsStart() {
        builder.task(1).manual(at("03-04 08:00"), at("03-03 08:00"));

        refuses(Problem.IMPOSSIBLE_DATES, 1L);
    }

    @Test
    void refusesACalendarThatRunsOutOfWorkingTime() {
        var morning = SpecialDay.override(LocalDate.parse("2026-03-04"), "", WorkPeriod.parse("08:00-12:00"));
        builder.task(1).duration(480).hours(hours(WorkWeek.CLOSED, morning));

        refuses(Problem.NEVER_OPENS, 1L);
    }

    @Test
    void schedulesBeyondTheYear2200AndOverAHundredYears() {
        builder.task(1).duration(100L * 260 * 480);
        tasks(2);
        builder.task(3).constraint(ConstraintType.SNET, at("03-02 08:00").withYear(2250));
        link(1, 2);

        var schedule = CriticalPath.of(builder.build());

        assertThat(schedule.of(1).finish().getYear()).isEqualTo(2125);
        assertThat(schedule.of(2).start()).isAfter(schedule.of(1).finish());
        assertThat(schedule.projectFinish().getYear()).isEqualTo(2250);
    }

    @Test
    void schedulesNothingAtTheProjectStart() {
        var schedule = CriticalPath.of(builder.build());

        assertThat(schedule.all()).isEmpty();
        assertThat(schedule.projectFinish()).isEqualTo(schedule.projectStart());
    }

    @Test
    void keepsTheOldNetworkWhenAChangedOneIsMade() {
        tasks(1, 2);
        link(1, 2);
        var network = builder.build();

        var changed = network.with(network.describe(1).duration(960));
        var unlinked = network.withLinks(List.of());

        assertThat(CriticalPath.of(network).of(2).start()).isEqualTo(at("03-03 08:00"));
        assertThat(CriticalPath.of(changed).of(2).start()).isEqualTo(at("03-04 08:00"));
        assertThat(CriticalPath.of(unlinked).of(2).start()).isEqualTo(at("03-02 08:00"));
        assertThat(unlinked.links()).isEmpty();
    }
}
