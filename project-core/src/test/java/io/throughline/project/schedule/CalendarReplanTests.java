package io.throughline.project.schedule;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTestApplication;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A holiday entered into a calendar moves the plans that count with it, in the background. */
@SpringBootTest(classes = CoreTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(ProjectFixtures.class)
class CalendarReplanTests {

    private static final SpecialDay HOLIDAY = SpecialDay.holiday(MONDAY.plusDays(1), "厂休");

    @Autowired
    ProjectFixtures given;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskQueries plan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private Viewer pm;
    private WorkCalendarId calendar;

    @BeforeEach
    void aCalendar() {
        pm = transactions.execute(status -> given.a(Role.PROJECT_MANAGER));
        calendar = calendars.create(
                Viewer.system("test"),
                new CalendarDefinition(
                        "车间",
                        "Shop floor",
                        ZoneId.of("Asia/Shanghai"),
                        WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00"),
                        List.of()));
    }

    @Test
    void movesThePlansThatCountWithItEachTaskOnceAndSaysWhy() {
        var first = aPlanOn(calendar.value());
        var second = aPlanOn(calendar.value());
        var other = aPlanOn(null);
        var byTask = aPlanOn(null);
        jdbc.sql("update project.task set calendar_id = ? where project_id = ? and number = 1")
                .params(calendar.value(), byTask.id().value())
                .update();

        calendars.addSpecialDays(Viewer.system("test"), calendar, null, List.of(HOLIDAY), "holiday");

        for (var moved : List.of(first, second, byTask)) {
            await().untilAsserted(() -> assertThat(finish(moved, 2)).isEqualTo(day(7)));
            assertThat(finish(moved, 1)).isEqualTo(day(3));
            assertThat(history(moved))
                    .containsExactly(
                            "1 calendar " + day(0, 8) + "/" + day(2) + " " + day(0, 8) + "/" + day(3),
                            "2 calendar " + day(3, 8) + "/" + day(4) + " " + day(4, 8) + "/" + day(7));
        }
        assertThat(finish(other, 2)).isEqualTo(day(4));
        assertThat(history(other)).isEmpty();
    }

    /** Three days from Monday, then two more. */
    private ProjectAccess aPlanOn(@Nullable Long calendarId) {
        var project = transactions.execute(status -> given.aProject(pm));
        jdbc.sql("update project.project set calendar_id = ? where id = ?")
                .params(Arrays.asList(calendarId, project.id().value()))
                .update();
        add(project, 3);
        add(project, 2);
        links.link(pm, project.key(), 2, new LinkTasks(1, DependencyType.FINISH_TO_START, null, null));
        return project;
    }

    private void add(ProjectAccess project, long days) {
        tasks.add(
                pm, project.key(), new AddTask("安装", null, null, null, null, null, null, 480 * days, null, null, null));
    }

    private LocalDateTime finish(ProjectAccess project, int number) {
        return plan.require(pm, project.key(), number).plannedFinish();
    }

    private static LocalDateTime day(int after) {
        return day(after, 17);
    }

    private static LocalDateTime day(int after, int hour) {
        return MONDAY.plusDays(after).atTime(hour, 0);
    }

    /** What moved in the background, each line with the number of its task. */
    private List<String> history(ProjectAccess project) {
        return jdbc.sql("""
                        select t.number || ' ' || e.cause || ' ' || e.old_value || ' ' || e.new_value
                          from foundation.audit_entry e
                          join project.task t on t.id = e.record_id and e.table_name = 'project.task'
                         where t.project_id = ? and e.field = 'plannedDates' and e.cause = 'calendar' order by t.number
                        """).param(project.id().value()).query(String.class).list();
    }
}
