package io.throughline.project.leave;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests for leave: the own, and for coordinators and managers those of all. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class LeaveQueries {

    /** People who share a team with {@code l.user_id}, or work in a project with the person. */
    private static final String NEAR = """
            select m.user_id from foundation.team_member t join foundation.team_member m on m.team_id = t.team_id
             where t.user_id = l.user_id
            union
            select m.user_id from project.project_member o
              join project.project p on p.id = o.project_id and p.status = 'ACTIVE'
              join project.project_member m on m.project_id = p.id
             where o.user_id = l.user_id
            """;

    private static final String AWAY = """
            select r.user_id, a.first_day, a.last_day, true as agreed
              from project.resource_leave a join project.resource r on r.id = a.resource_id
             where a.first_day <= l.last_day and a.last_day >= l.first_day
            union all
            select q.user_id, q.first_day, q.last_day, false from project.leave_request q
             where q.status = 'REQUESTED' and q.first_day <= l.last_day and q.last_day >= l.first_day
            """;

    private static final String WORK = """
            from project.resource r
            join project.resource_assignment a on a.resource_id = r.id
            join project.task t on t.id = a.task_id and t.deleted_at is null and not t.summary
                 and t.status in ('NOT_STARTED', 'IN_PROGRESS')
                 and t.planned_start < (l.last_day + 1)::timestamp and t.planned_finish > l.first_day::timestamp
            join project.project p on p.id = t.project_id and p.status in ('ACTIVE', 'ON_HOLD')
            """;

    private static final String ROWS = """
            select l.id, l.version, u.login, u.name, l.kind, l.first_day, l.last_day, l.from_noon, l.until_noon, l.note,
                   l.status, l.requested_at, l.decided_at, d.name as decided_by, l.reason,
                   case when l.status = 'REQUESTED' then (select count(distinct w.user_id) from (%s) w
                       where w.user_id <> l.user_id and w.user_id in (%s)) else 0 end as others,
                   case when l.status = 'REQUESTED' then (select count(*) %s where r.user_id = l.user_id)
                        else 0 end as tasks
              from project.leave_request l
              join foundation.app_user u on u.id = l.user_id
              left join foundation.app_user d on d.id = l.decided_by
            """.formatted(AWAY, NEAR, WORK);

    private final JdbcClient jdbc;

    /** The viewer's own, the latest first. */
    public List<LeaveRow> mine(Viewer viewer, int limit) {
        return jdbc.sql(ROWS + " where l.user_id = ? order by l.first_day desc, l.id desc limit ?")
                .params(viewer.id().value(), limit)
                .query((row, n) -> row(row))
                .list();
    }

    /** Those that wait for the viewer, the one asked first first; nobody but coordinators and managers has any. */
    public List<LeaveRow> waiting(Viewer viewer, int limit) {
        if (!decides(viewer)) {
            return List.of();
        }
        return jdbc.sql(ROWS + " where l.status = 'REQUESTED' and l.user_id <> ? order by l.requested_at, l.id limit ?")
                .params(viewer.id().value(), limit)
                .query((row, n) -> row(row))
                .list();
    }

    /** Throws {@link NotFound} for one the viewer may not see. */
    public LeaveRow require(Viewer viewer, LeaveRequestId id) {
        return jdbc.sql(ROWS + " where l.id = ? and " + seen(viewer))
                .param(id.value())
                .query((row, n) -> row(row))
                .optional()
                .orElseThrow(() -> new NotFound("leave request", id.value()));
    }

    /** Who of the person's teams and projects is away too, by day. */
    public List<Away> away(Viewer viewer, LeaveRequestId id) {
        return jdbc.sql("""
                        select u.name, w.first_day, w.last_day, w.agreed
                          from project.leave_request l
                          cross join lateral (%s) w
                          join foundation.app_user u on u.id = w.user_id
                         where l.id = ? and %s and w.user_id <> l.user_id and w.user_id in (%s)
                         order by w.first_day, u.name limit 100
                        """.formatted(AWAY, seen(viewer), NEAR))
                .param(id.value())
                .query(Away.class)
                .list();
    }

    /** @param agreed false where it is only asked for */
    public record Away(String name, LocalDate firstDay, LocalDate lastDay, boolean agreed) {}

    /** Open tasks of the person in these days, by when they are due. */
    public List<MetTask> met(Viewer viewer, LeaveRequestId id) {
        var seen = ProjectScope.plan(viewer);
        return jdbc.sql("""
                        select case when %1$s then p.key end as project, case when %1$s then t.number end as number,
                               case when %1$s then t.name end as name, t.planned_start, t.planned_finish
                          from project.leave_request l
                          cross join lateral (select r.user_id, t.*, p.id as pid %2$s where r.user_id = l.user_id) t
                          join project.project p on p.id = t.pid
                         where l.id = ? and %3$s
                         order by t.planned_finish, t.id limit 100
                        """.formatted(seen, WORK, seen(viewer)))
                .param(id.value())
                .query(MetTask.class)
                .list();
    }

    /** @param project key; null, with number and name, for a plan the viewer may not read */
    public record MetTask(
            @Nullable String project,
            @Nullable Integer number,
            @Nullable String name,
            LocalDateTime plannedStart,
            LocalDateTime plannedFinish) {}

    /** A predicate over {@code l}. */
    static String seen(Viewer viewer) {
        return decides(viewer) ? "true" : "l.user_id = " + viewer.id().value();
    }

    private static boolean decides(Viewer viewer) {
        return viewer.isSystem() || viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER);
    }

    private static LeaveRow row(ResultSet row) throws SQLException {
        @Nullable Timestamp decided = row.getTimestamp("decided_at");
        return new LeaveRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("login"),
                row.getString("name"),
                LeaveKind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("from_noon"),
                row.getBoolean("until_noon"),
                row.getString("note"),
                LeaveStatus.valueOf(row.getString("status")),
                row.getTimestamp("requested_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getInt("others"),
                row.getInt("tasks"));
    }
}
