package io.throughline.project.timesheet;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import io.throughline.project.resource.Capacities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads weeks: the own, and of others what the viewer decides about. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class TimesheetQueries {

    private final SheetRows rows;
    private final Capacities capacities;
    private final JdbcClient jdbc;

    /** The viewer's own week, with rows for what is likely to be worked on where it may be written. */
    public TimesheetView own(Viewer viewer, TimesheetWeek week) {
        var head = head(viewer.id().value(), week).orElseThrow(() -> new NotFound("timesheet of", viewer.login()));
        var written = rows.written(viewer, head);
        var all = head.status().isOpen() ? rows.withSuggestions(viewer, week, written) : written;
        return head.view(capacity(viewer, head), all);
    }

    /** Throws {@link NotFound} where there is nothing for the viewer to see. */
    public TimesheetView of(Viewer viewer, String login, TimesheetWeek week) {
        var person = jdbc.sql("select id from foundation.app_user where lower(login) = lower(?) and contact_id is null")
                .param(login)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("timesheet", login));
        if (person == viewer.id().value()) {
            return own(viewer, week);
        }
        var head = head(person, week).orElseThrow(() -> new NotFound("timesheet", login));
        if (!isSeen(viewer, head)) {
            throw new NotFound("timesheet", login + " " + week.code());
        }
        return head.view(capacity(viewer, head), rows.written(viewer, head));
    }

    /** Open tasks the viewer may book on, by project and number. */
    public List<TaskChoice> choices(Viewer viewer) {
        return jdbc.sql("""
                        select p.key || '-' || t.number as code, t.name from project.project p
                          join project.task t on t.project_id = p.id
                         where p.status in ('ACTIVE', 'ON_HOLD') and t.deleted_at is null and not t.summary
                           and t.kind <> 'MILESTONE' and t.status in ('NOT_STARTED', 'IN_PROGRESS') and %s
                         order by t.status = 'IN_PROGRESS' desc, p.key, t.number limit 500
                        """.formatted(ProjectScope.worked(viewer)))
                .query(TaskChoice.class)
                .list();
    }

    public record TaskChoice(String code, String name) {}

    /** Weeks handed in that the viewer decides about, the one that waits longest first. */
    public List<WaitingSheet> waiting(Viewer viewer, int limit) {
        if (!viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER, Role.PROJECT_MANAGER)) {
            return List.of();
        }
        return jdbc.sql("""
                        select u.login, u.name, s.week, s.version, s.submitted_at, h.minutes, h.waiting,
                               h.corrected > 0 as correction
                          from project.timesheet s
                          join foundation.app_user u on u.id = s.user_id
                          join lateral (
                               select coalesce(sum(e.minutes), 0) as minutes, count(*) as entries,
                                      coalesce(sum(e.minutes) filter (
                                          where e.approved_minutes is distinct from e.minutes), 0) as waiting,
                                      count(*) filter (where e.approved_minutes is distinct from e.minutes) as open,
                                      count(*) filter (where e.approved_minutes <> e.minutes) as corrected
                                 from project.time_entry e left join project.project p on p.id = e.project_id
                                where e.timesheet_id = s.id and %s) h on h.open > 0
                         where s.status = 'SUBMITTED' and s.user_id <> :me
                         order by s.submitted_at, s.id limit :limit
                        """.formatted(SheetScope.entry(viewer)))
                .param("me", viewer.id().value())
                .param("limit", limit)
                .query((row, n) -> new WaitingSheet(
                        row.getString("login"),
                        row.getString("name"),
                        new TimesheetWeek(row.getObject("week", LocalDate.class)),
                        row.getInt("version"),
                        row.getTimestamp("submitted_at").toInstant(),
                        row.getLong("minutes"),
                        row.getLong("waiting"),
                        row.getBoolean("correction")))
                .list();
    }

    /**
     * A week that waits for the viewer.
     *
     * @param minutes those of its hours the viewer decides about
     * @param waitingMinutes those of them not yet approved
     * @param correction whether approved hours were changed
     */
    public record WaitingSheet(
            String person,
            String name,
            TimesheetWeek week,
            int version,
            Instant submittedAt,
            long minutes,
            long waitingMinutes,
            boolean correction) {

        public String waitingHours() {
            return HoursWord.of(waitingMinutes);
        }
    }

    private List<Long> capacity(Viewer viewer, SheetHead head) {
        return Objects.requireNonNull(capacities
                .of(
                        viewer,
                        List.of(head.user()),
                        head.week().monday(),
                        head.week().sunday())
                .get(head.user()));
    }

    private boolean isSeen(Viewer viewer, SheetHead head) {
        if (SheetScope.isWhole(viewer)) {
            return true;
        }
        return head.id() != null
                && jdbc.sql("select exists (select 1 from project.timesheet s where s.id = ? and "
                                + SheetScope.seen(viewer) + ")")
                        .param(head.id())
                        .query(Boolean.class)
                        .single();
    }

    private Optional<SheetHead> head(long user, TimesheetWeek week) {
        return jdbc.sql("""
                        select u.id as user_id, u.login, u.name, s.id, coalesce(s.version, 0) as version, s.status,
                               s.submitted_at, s.decided_at, d.name as decided_by, s.reason
                          from foundation.app_user u
                          left join project.timesheet s on s.user_id = u.id and s.week = ?
                          left join foundation.app_user d on d.id = s.decided_by
                         where u.id = ?
                        """)
                .params(week.monday(), user)
                .query((row, n) -> head(row, week))
                .optional();
    }

    private static SheetHead head(ResultSet row, TimesheetWeek week) throws SQLException {
        var status = row.getString("status");
        return new SheetHead(
                row.getLong("user_id"),
                row.getString("login"),
                row.getString("name"),
                week,
                row.getObject("id", Long.class),
                row.getInt("version"),
                status == null ? TimesheetStatus.DRAFT : TimesheetStatus.valueOf(status),
                instant(row.getTimestamp("submitted_at")),
                instant(row.getTimestamp("decided_at")),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
