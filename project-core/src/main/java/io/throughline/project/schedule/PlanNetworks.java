package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.integer;
import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.NetworkBuilder;
import io.throughline.project.schedule.network.PlanFrame;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A stored plan as the engine's network; task numbers are its ids. Cancelled and deleted tasks stay out, with their links.
 * A project without a planned start begins with its first dated task, a plan without any dates today; a task without a
 * duration takes the working time between its dates, or a day.
 */
@Component
@RequiredArgsConstructor
class PlanNetworks {

    private static final String PROJECT = """
            select p.calendar_id, p.planned_start,
                   (select min(t.planned_start)::date from project.task t
                     where t.project_id = p.id and t.deleted_at is null and t.status <> 'CANCELLED') as first_start
              from project.project p where p.id = ?
            """;

    private static final String TASKS = """
            select t.number, p.number as parent, t.kind, t.summary, t.mode, t.planned_start, t.planned_finish,
                   t.duration_minutes, t.duration_elapsed, t.percent_complete, t.actual_start, t.actual_finish,
                   t.constraint_type, t.constraint_date, t.deadline, t.calendar_id
              from project.task t
              left join project.task p on p.id = t.parent_id and p.deleted_at is null and p.status <> 'CANCELLED'
             where t.project_id = ? and t.deleted_at is null and t.status <> 'CANCELLED'
             order by t.number
            """;

    private static final String LINKS = """
            select p.number as predecessor, s.number as successor, d.type, d.lag_minutes, d.lag_unit
              from project.task_dependency d
              join project.task p on p.id = d.predecessor_id and p.deleted_at is null and p.status <> 'CANCELLED'
              join project.task s on s.id = d.successor_id and s.deleted_at is null and s.status <> 'CANCELLED'
             where d.project_id = ?
             order by s.number, p.number
            """;

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final Clock clock;

    Network load(ProjectAccess project) {
        var frame = frame(project);
        var hours = new HashMap<Long, LocalHours>();
        var builder = Network.in(frame);
        jdbc.sql(TASKS).param(project.id().value()).query(row -> {
            add(builder, row, frame.hours(), hours);
        });
        jdbc.sql(LINKS).param(project.id().value()).query(row -> {
            var lag = new Lag(Lag.Unit.valueOf(row.getString("lag_unit")), row.getLong("lag_minutes"));
            var type = DependencyType.valueOf(row.getString("type"));
            builder.link(row.getInt("predecessor"), row.getInt("successor"), type, lag);
        });
        return builder.build();
    }

    private PlanFrame frame(ProjectAccess project) {
        return jdbc.sql(PROJECT)
                .param(project.id().value())
                .query((row, n) -> {
                    var calendar = number(row, "calendar_id");
                    var hours = calendar == null ? PlanHours.STANDARD.hours() : hours(calendar);
                    var start = first(row.getObject("planned_start", LocalDate.class), row, project);
                    return PlanFrame.startingAt(new PlanHours(hours).opening(start), hours);
                })
                .single();
    }

    private LocalDate first(@Nullable LocalDate planned, ResultSet row, ProjectAccess project) throws SQLException {
        if (planned != null) {
            return planned;
        }
        var task = row.getObject("first_start", LocalDate.class);
        return task == null ? LocalDate.now(clock.withZone(project.zone())) : task;
    }

    private LocalHours hours(long calendar) {
        return calendars.current(new WorkCalendarId(calendar)).local();
    }

    private void add(NetworkBuilder builder, ResultSet row, LocalHours projectHours, Map<Long, LocalHours> known)
            throws SQLException {
        var task = builder.task(row.getInt("number"));
        var parent = integer(row, "parent");
        if (parent != null) {
            task.parent(parent);
        }
        var calendar = number(row, "calendar_id");
        var hours = calendar == null ? projectHours : known.computeIfAbsent(calendar, this::hours);
        task.hours(hours);
        var start = time(row, "planned_start");
        var finish = time(row, "planned_finish");
        boolean manual = ScheduleMode.valueOf(row.getString("mode")) == ScheduleMode.MANUAL;
        if (manual && start != null && finish != null && !finish.isBefore(start)) {
            task.manual(start, finish);
        }
        task.deadline(time(row, "deadline"));
        task.constraint(ConstraintType.valueOf(row.getString("constraint_type")), time(row, "constraint_date"));
        if (row.getBoolean("summary")) {
            return;
        }
        long minutes = minutes(row, new PlanHours(hours));
        if (row.getBoolean("duration_elapsed")) {
            task.elapsedDuration(minutes);
        } else {
            task.duration(minutes);
        }
        task.actualStart(time(row, "actual_start")).actualFinish(time(row, "actual_finish"));
        task.remaining(minutes * (100 - row.getInt("percent_complete")) / 100);
    }

    private static long minutes(ResultSet row, PlanHours hours) throws SQLException {
        if (TaskKind.valueOf(row.getString("kind")) == TaskKind.MILESTONE) {
            return 0;
        }
        var stored = number(row, "duration_minutes");
        if (stored != null) {
            return stored;
        }
        var start = time(row, "planned_start");
        var finish = time(row, "planned_finish");
        return start != null && finish != null && finish.isAfter(start)
                ? hours.between(start, finish)
                : PlanHours.DAY_MINUTES;
    }
}
