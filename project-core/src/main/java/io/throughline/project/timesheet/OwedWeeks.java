package io.throughline.project.timesheet;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import io.throughline.project.resource.Capacities;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notes each morning who owes a sheet for the weeks that ended, and reminds once whoever has not handed it in. Owed is a
 * week by who works in projects or as a technician and had time to work in it; a week of leave owes none. It is due on
 * the Monday after.
 */
@Component
@RequiredArgsConstructor
class OwedWeeks implements RecurringWork {

    /** Leave that was noted late still takes a week away, or gives it back. */
    private static final int WEEKS_BACK = 4;

    private static final String OWING = """
            select u.id from foundation.app_user u
             where u.active and u.contact_id is null and u.created_at < :end
               and exists (select 1 from foundation.user_role r where r.user_id = u.id
                              and r.role in ('PROJECT_MANAGER', 'PROJECT_MEMBER', 'TECHNICIAN'))
               and exists (select 1 from project.resource q where q.user_id = u.id and q.active and q.created_at < :end)
            """;

    private static final String MISSING = """
            update project.timesheet_week w set reminded_at = :now
             where w.week = :week and w.reminded_at is null
               and not exists (select 1 from project.timesheet s
                                where s.user_id = w.user_id and s.week = w.week and s.first_submitted_at is not null)
            returning w.user_id
            """;

    private final Capacities capacities;
    private final Notifications notifications;
    private final Settings settings;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    @Override
    public String name() {
        return "project.timesheet.owed-weeks";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(8, 30), zone());
    }

    @Override
    public void run(Instant now) {
        var today = LocalDate.ofInstant(now, zone());
        var week = TimesheetWeek.of(today).before();
        for (int back = 0; back < WEEKS_BACK; back++) {
            var ended = week;
            boolean remind = back == 0;
            transactions.executeWithoutResult(status -> {
                note(ended);
                if (remind) {
                    remind(ended, now);
                }
            });
            week = week.before();
        }
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    private void note(TimesheetWeek week) {
        var end = week.after().monday().atStartOfDay(zone()).toInstant();
        var people = jdbc.sql(OWING)
                .param("end", Timestamp.from(end))
                .query(Long.class)
                .list();
        var hours = capacities.of(Viewer.system("timesheets"), people, week.monday(), week.sunday());
        hours.forEach((person, days) -> note(person, week, days));
    }

    private void note(long person, TimesheetWeek week, List<Long> days) {
        long minutes = days.stream().mapToLong(Long::longValue).sum();
        if (minutes == 0) {
            jdbc.sql("delete from project.timesheet_week where user_id = ? and week = ?")
                    .params(person, week.monday())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into project.timesheet_week as w (user_id, week, due, capacity_minutes) values (?, ?, ?, ?)
                        on conflict (user_id, week) do update set capacity_minutes = excluded.capacity_minutes
                         where w.capacity_minutes <> excluded.capacity_minutes
                        """)
                .params(person, week.monday(), week.after().monday(), minutes)
                .update();
    }

    /** One notice for each week, under the person; its page is the sheet to fill. */
    private void remind(TimesheetWeek week, Instant now) {
        var missing = jdbc.sql(MISSING)
                .param("now", Timestamp.from(now))
                .param("week", week.monday())
                .query(Long.class)
                .list();
        for (var person : missing) {
            notifications.notifyStaff(
                    List.of(new UserId(person)),
                    new SubjectRef("TIMESHEET_WEEK", person),
                    TimesheetNotices.MISSING,
                    Map.of("label", week.code(), "path", "/my/timesheets/" + week.code(), "week", week.code()));
        }
    }
}
