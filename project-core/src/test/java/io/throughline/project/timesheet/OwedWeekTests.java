package io.throughline.project.timesheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.kpi.KpiSource.Part;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who owes a week, who is reminded of it, and what the measures make of it. */
@CoreTest
@Import(ProjectFixtures.class)
class OwedWeekTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Resources resources;

    @Autowired
    Timesheets sheets;

    @Autowired
    OwedWeeks duty;

    @Autowired
    Kpis kpis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Viewer manager;
    private Viewer member;
    private ResourceId person;
    private TimesheetWeek last;
    private TimesheetWeek june;

    @BeforeEach
    void somebodyOfThePoolForALongTime() {
        manager = given.a(Role.MANAGER);
        member = given.a(Role.PROJECT_MEMBER);
        person = resources.add(
                manager,
                new SaveResource(
                        null,
                        "李嘉欣",
                        ResourceKind.PERSON,
                        null,
                        member.id().value(),
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
        jdbc.sql("update foundation.app_user set created_at = now() - interval '1 year' where id = ?")
                .param(member.id().value())
                .update();
        jdbc.sql("update project.resource set created_at = now() - interval '1 year' where id = ?")
                .param(person.value())
                .update();
        last = TimesheetWeek.of(LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))))
                .before();
        june = TimesheetWeek.of(LocalDate.of(last.monday().getYear() - 1, 6, 15));
    }

    @Test
    void remindsOnceOfAWeekThatIsMissing() {
        duty.run(clock.instant());
        duty.run(clock.instant());

        assertThat(owed()).isEqualTo(4);
        assertThat(reminders()).isEqualTo(1);
    }

    @Test
    void remindsNobodyWhoHandedTheWeekIn() {
        handIn(last, 60);

        duty.run(clock.instant());

        assertThat(reminders()).isZero();
    }

    @Test
    void asksNobodyForAWeekOfLeave() {
        duty.run(clock.instant());
        jdbc.sql("insert into project.resource_leave (resource_id, first_day, last_day) values (?, ?, ?)")
                .params(person.value(), last.monday(), last.sunday())
                .update();

        duty.run(clock.instant());

        assertThat(owed()).isEqualTo(3);
    }

    @Test
    void countsWeeksThatCameInOnTime() {
        owe(june.before(), 2_400);
        owe(june, 2_400);
        handIn(june, 60);
        jdbc.sql("update project.timesheet set first_submitted_at = ? where user_id = ?")
                .params(
                        Timestamp.from(
                                june.sunday().atStartOfDay(clock.getZone()).toInstant()),
                        member.id().value())
                .update();

        for (var viewer : List.of(manager, given.a(Role.MANAGER))) {
            var query = kpis.query(viewer, String.valueOf(june.monday().getYear()));
            var tile = kpis.tile(viewer, "timesheet-complete", query);
            assertThat(tile.now().n()).isEqualTo(2);
            assertThat(tile.now().value()).isEqualByComparingTo("50");
            assertThat(kpis.rows(viewer, "timesheet-complete", query, Part.MISSED, PageRequest.first(10))
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.path())
                            .isEqualTo("/timesheets/" + member.login() + "/"
                                    + june.before().code()));
        }
    }

    /** The worked example of the measure: 32 h on projects and 4 h of service of 40, 8 h of 16: 44 ÷ 56. */
    @Test
    void sharesBookedHoursByTheTimeThereWas() {
        owe(june.before(), 2_400);
        owe(june, 960);
        handIn(june.before(), 432);
        handIn(june, 96);
        jdbc.sql("update project.time_entry set kind = 'SERVICE' where user_id = ?")
                .param(member.id().value())
                .update();

        var query = kpis.query(manager, String.valueOf(june.monday().getYear()));
        var tile = kpis.tile(manager, "utilisation", query);

        assertThat(tile.now().n()).isEqualTo(2);
        assertThat(tile.now().met()).isEqualTo(1);
        assertThat(tile.now().value()).isEqualByComparingTo("78.571429");
        assertThat(kpis.rows(manager, "utilisation", query, Part.ALL, PageRequest.first(10))
                        .rows())
                .extracting("context")
                .containsExactly("8.0 / 16.0 h", "36.0 / 40.0 h");
    }

    private void handIn(TimesheetWeek week, int minutesADay) {
        var days = week.days().subList(0, 5).stream()
                .map(day -> new BookTime("INTERNAL", day, minutesADay, null))
                .toList();
        sheets.save(member, week, new SaveTimesheet(null, days, null));
        sheets.submit(member, week);
    }

    private void owe(TimesheetWeek week, int minutes) {
        jdbc.sql("insert into project.timesheet_week (user_id, week, due, capacity_minutes) values (?, ?, ?, ?)")
                .params(member.id().value(), week.monday(), week.after().monday(), minutes)
                .update();
    }

    private int owed() {
        return count("select count(*) from project.timesheet_week where user_id = :me");
    }

    private int reminders() {
        return count("select count(*) from foundation.notice where user_id = :me and kind = '"
                + TimesheetNotices.MISSING + "'");
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .params(Map.of("me", member.id().value()))
                .query(Integer.class)
                .single();
    }
}
