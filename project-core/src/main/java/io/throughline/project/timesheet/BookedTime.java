package io.throughline.project.timesheet;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads hours beside what they were booked on: of a task, of a project, and all of a stretch of days as a list. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class BookedTime {

    private static final String BY_PERSON = """
            with booked as (
                select e.user_id, sum(coalesce(e.approved_minutes, 0)) as approved,
                       sum(case when s.status = 'SUBMITTED' and e.approved_minutes is null then e.minutes else 0 end) as waiting
                  from project.time_entry e join project.timesheet s on s.id = e.timesheet_id
                 where %s group by e.user_id
            ), planned as (
                select r.user_id, sum(a.work_minutes) as work, sum(a.remaining_work_minutes) as remaining
                  from project.resource_assignment a
                  join project.resource r on r.id = a.resource_id and r.user_id is not null
                  join project.task t on t.id = a.task_id and t.deleted_at is null and t.status <> 'CANCELLED'
                 where %s group by r.user_id
            )
            select u.name, u.login, coalesce(p.work, 0) as planned, coalesce(b.approved, 0) as approved,
                   coalesce(b.waiting, 0) as waiting, coalesce(p.remaining, 0) as remaining
              from planned p full join booked b on b.user_id = p.user_id
              join foundation.app_user u on u.id = coalesce(p.user_id, b.user_id)
             order by u.name collate "zh-Hans-CN-x-icu", u.id
            """;

    private final JdbcClient jdbc;

    /**
     * Of one person, in minutes.
     *
     * @param approved what counts as worked
     * @param waiting handed in and not decided
     * @param remaining what is left, as planned or as its person said
     */
    public record PersonTime(String name, String login, long planned, long approved, long waiting, long remaining) {}

    /** For a project already let in: who was planned for the task, and what was booked. */
    public List<PersonTime> ofTask(Viewer viewer, ProjectAccess project, int number) {
        var id = "(select k.id from project.task k where k.project_id = :project and k.number = :number)";
        return jdbc.sql(BY_PERSON.formatted("e.task_id = " + id, "a.task_id = " + id))
                .param("project", project.id().value())
                .param("number", number)
                .query(PersonTime.class)
                .list();
    }

    /** For a project already let in. */
    public List<PersonTime> ofProject(Viewer viewer, ProjectAccess project) {
        return jdbc.sql(BY_PERSON.formatted("e.project_id = :project", "a.project_id = :project and not t.summary"))
                .param("project", project.id().value())
                .query(PersonTime.class)
                .list();
    }

    /**
     * Hours the viewer may see, the earliest first.
     *
     * @param last included
     */
    public Page<TimeLine> between(Viewer viewer, LocalDate first, LocalDate last, PageRequest request) {
        var cursor = request.cursor();
        var rows = jdbc.sql("""
                        select e.id, e.day, u.name, u.login, e.kind, p.key, t.number, t.name as task, p.name as project,
                               e.minutes, e.approved_minutes, s.status, e.note
                          from project.time_entry e
                          join project.timesheet s on s.id = e.timesheet_id
                          join foundation.app_user u on u.id = e.user_id
                          left join project.task t on t.id = e.task_id
                          left join project.project p on p.id = e.project_id
                         where e.day between :first and :last and %s and (e.user_id = :me or s.status <> 'DRAFT')
                           and (e.day, e.id) > (:day, :id)
                         order by e.day, e.id limit :size
                        """.formatted(SheetScope.entry(viewer)))
                .param("first", first)
                .param("last", last)
                .param("me", viewer.id().value())
                .param("day", cursor == null ? first : day(cursor))
                .param("id", cursor == null ? Long.MIN_VALUE : cursor.id())
                .param("size", request.size() + 1)
                .query((row, n) -> line(row))
                .list();
        return Page.cut(rows, request, line -> Cursor.of(line.day(), line.id()));
    }

    /**
     * Hours of a day.
     *
     * @param code of the task; null for what is no project's
     * @param approvedMinutes what counts as worked; null until somebody approved it
     */
    public record TimeLine(
            long id,
            LocalDate day,
            String name,
            String login,
            TimeKind kind,
            @Nullable String code,
            @Nullable String task,
            @Nullable String project,
            int minutes,
            @Nullable Integer approvedMinutes,
            TimesheetStatus status,
            @Nullable String note) {}

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.value(0));
        } catch (DateTimeException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    private static TimeLine line(ResultSet row) throws SQLException {
        var key = row.getString("key");
        return new TimeLine(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                row.getString("login"),
                TimeKind.valueOf(row.getString("kind")),
                key == null ? null : key + "-" + row.getInt("number"),
                row.getString("task"),
                row.getString("project"),
                row.getInt("minutes"),
                row.getObject("approved_minutes", Integer.class),
                TimesheetStatus.valueOf(row.getString("status")),
                row.getString("note"));
    }
}
