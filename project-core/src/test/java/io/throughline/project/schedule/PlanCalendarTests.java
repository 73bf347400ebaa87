package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** China's standard calendar works 09–12 and 13–18, rests from 1 to 7 October 2026 and makes up on Saturday the 10th. */
@CoreTest
@Import(ProjectFixtures.class)
class PlanCalendarTests {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 9, 28, 9, 0);

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskQueries plan;

    @Autowired
    MilestoneQueries milestones;

    @Autowired
    PlanCalendars calendars;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private ProjectAccess project;

    @BeforeEach
    void aProjectOnChinasCalendar() {
        pm = given.a(Role.PROJECT_MANAGER);
        project = given.aProject(pm);
        jdbc.sql("update project.project set calendar_id = ? where id = ?")
                .params(WorkCalendarId.CHINA_STANDARD.value(), project.id().value())
                .update();
    }

    @Test
    void leavesOutTheHolidaysOfTheProjectsCalendar() {
        int number = tasks.add(pm, project.key(), task(MONDAY, null, 5 * 480L));

        assertThat(plan.require(pm, project.key(), number).plannedFinish())
                .isEqualTo(LocalDateTime.of(2026, 10, 9, 18, 0));
    }

    @Test
    void countsTheHoursBetweenDatesOnIt() {
        int number = tasks.add(pm, project.key(), task(MONDAY, LocalDateTime.of(2026, 10, 10, 18, 0), null));

        assertThat(plan.require(pm, project.key(), number).durationMinutes()).isEqualTo(6 * 480L);
    }

    @Test
    void countsAMilestonesSlipInItsWorkingDays() {
        tasks.add(
                pm,
                project.key(),
                new AddTask(
                        "试运行",
                        TaskKind.MILESTONE,
                        null,
                        null,
                        null,
                        null,
                        LocalDateTime.of(2026, 10, 10, 18, 0),
                        null,
                        null,
                        null,
                        null));
        jdbc.sql("update project.task set baseline_finish = '2026-09-30 18:00' where project_id = ?")
                .param(project.id().value())
                .update();

        assertThat(milestones.list(pm, project.key()))
                .singleElement()
                .extracting(MilestoneRow::slipDays)
                .as("from 30 September to 10 October with 8 and 9 between")
                .isEqualTo(3L);
    }

    @Test
    void opensAndClosesDaysByTheCalendarAndByTheStandardWeekWithoutOne() {
        var hours = calendars.of(project.id());
        var eve = LocalDate.of(2026, 9, 30);

        assertThat(hours.opening(eve.plusDays(1))).isEqualTo(LocalDateTime.of(2026, 10, 8, 9, 0));
        assertThat(hours.closing(eve)).isEqualTo(LocalDateTime.of(2026, 9, 30, 18, 0));
        assertThat(hours.closing(eve.plusDays(3))).isEqualTo(LocalDateTime.of(2026, 10, 8, 18, 0));
        assertThat(hours.workingDay(eve, 3)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(PlanHours.STANDARD.closing(LocalDate.of(2026, 10, 3)))
                .isEqualTo(LocalDateTime.of(2026, 10, 5, 17, 0));
        assertThat(PlanHours.STANDARD.workingDay(eve, 3)).isEqualTo(LocalDate.of(2026, 10, 5));
    }

    private static AddTask task(LocalDateTime start, @Nullable LocalDateTime finish, @Nullable Long minutes) {
        return new AddTask("安装调试", null, null, null, null, start, finish, minutes, null, null, null);
    }
}
