package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.integer;
import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.NotFound;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.StoredPlan.Line;
import io.throughline.project.schedule.TaskCrews.Crews;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.NetworkBuilder;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.network.PlanFrame.Alap;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import io.throughline.project.schedule.network.TaskDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A stored plan as the engine's network; task numbers are its ids. The people on a task whose hours differ make its dates. Cancelled and deleted tasks stay out, with their links.
 * A project without a planned start begins with its first dated task, a plan without any dates today; a task without a
 * duration takes the working time between its dates, or a day. What was typed before the plan was first computed counts.
 */
@Component
@RequiredArgsConstructor
class PlanNetworks {

    private static final String PROJECT = """
            select p.zone, p.calendar_id, coalesce(p.planned_start, s.start_on) as start_on, p.planned_finish,
                   coalesce(s.revision, 0) as revision, s.direction, s.honors_constraints, s.alap,
                   s.critical_slack_minutes,
                   (select min(t.planned_start)::date from project.task t where p.planned_start is null
                       and s.start_on is null and t.project_id = p.id and t.deleted_at is null
                       and t.status <> 'CANCELLED') as first_start
              from project.project p left join project.plan s on s.project_id = p.id
             where p.id = ?
            """;

    private static final String TASKS = """
            select t.id, t.number, p.number as parent, t.kind, t.summary, t.mode, t.planned_start,
                   t.planned_finish, t.duration_minutes, t.duration_elapsed, t.percent_complete, t.actual_start,
                   t.actual_finish, t.constraint_type, t.constraint_date, t.deadline, t.calendar_id
              from project.task t
              left join project.task p on p.id = t.parent_id and p.deleted_at is null and p.status <> 'CANCELLED'
             where t.project_id = ? and t.deleted_at is null and t.status <> 'CANCELLED'
            """;

    private static final String BY_NUMBER = " order by t.number";

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
    private final ObjectProvider<TaskCrews> crews;
    private final Clock clock;

    /**
     * What holds for a plan as a whole.
     *
     * @param computed false before the plan was first computed
     */
    record Frame(PlanFrame frame, long revision, boolean computed) {

        Frame at(long newRevision) {
            return new Frame(frame, newRevision, newRevision > 0);
        }
    }

    Frame frame(ProjectId project) {
        return jdbc.sql(PROJECT)
                .param(project.value())
                .query((row, n) -> new Frame(frame(row), row.getLong("revision"), row.getLong("revision") > 0))
                .optional()
                .orElseThrow(() -> new NotFound("project", project.value()));
    }

    /** @throws io.throughline.project.schedule.network.InvalidNetworkException for a plan that cannot be computed */
    StoredPlan load(ProjectId project, Frame frame) {
        var crews = crews(project, null);
        var hours = new HashMap<>(crews.calendars());
        var builder = Network.in(frame.frame());
        var lines = new ArrayList<Line>();
        jdbc.sql(TASKS + BY_NUMBER).param(project.value()).query(row -> {
            lines.add(line(row));
            describe(builder, row, frame.frame().hours(), hours, crews);
        });
        jdbc.sql(LINKS).param(project.value()).query(row -> {
            var lag = new Lag(Lag.Unit.valueOf(row.getString("lag_unit")), row.getLong("lag_minutes"));
            var type = DependencyType.valueOf(row.getString("type"));
            builder.link(row.getInt("predecessor"), row.getInt("successor"), type, lag);
        });
        var network = builder.build();
        List<Line> tasks = List.copyOf(lines);
        return frame.computed()
                ? new StoredPlan(network, tasks, hours, Map.of())
                : TypedStarts.kept(network, tasks, hours);
    }

    /** The plan with these tasks as they are stored now; empty where one of them is no part of it, or a summary. */
    Optional<StoredPlan> with(ProjectId project, StoredPlan plan, Frame frame, Collection<Long> changed) {
        var crews = crews(project, changed);
        var hours = new HashMap<>(plan.calendars());
        hours.putAll(crews.calendars());
        var drafts = new ArrayList<TaskDraft>();
        var builder = Network.in(frame.frame());
        jdbc.sql(TASKS + " and t.id = any (?)")
                .params(project.value(), changed.toArray(Long[]::new))
                .query(row -> {
                    drafts.add(describe(builder, row, frame.frame().hours(), hours, crews));
                });
        var network = plan.network();
        if (drafts.size() != changed.size()
                || !drafts.stream().allMatch(draft -> plan.network().has(draft.id()))) {
            return Optional.empty();
        }
        for (var draft : drafts) {
            network = network.with(draft);
        }
        return Optional.of(new StoredPlan(network, plan.tasks(), hours, Map.of()));
    }

    private Crews crews(ProjectId project, @Nullable Collection<Long> tasks) {
        var known = crews.getIfAvailable();
        return known == null ? Crews.NONE : known.of(project, tasks);
    }

    /** Whether the calendars of tasks and resources still have the hours the plan was computed with. */
    boolean isCurrent(StoredPlan plan) {
        return plan.calendars().entrySet().stream().allMatch(known -> hours(known.getKey()) == known.getValue());
    }

    private PlanFrame frame(ResultSet row) throws SQLException {
        var calendar = number(row, "calendar_id");
        var hours = calendar == null ? PlanHours.STANDARD.hours() : hours(calendar);
        var frame = anchored(row, new PlanHours(hours));
        return row.getString("direction") == null
                ? frame
                : frame.honoringConstraints(row.getBoolean("honors_constraints"))
                        .withAlap(Alap.valueOf(row.getString("alap")))
                        .withCriticalSlack(row.getLong("critical_slack_minutes"));
    }

    private PlanFrame anchored(ResultSet row, PlanHours hours) throws SQLException {
        var finish = row.getObject("planned_finish", LocalDate.class);
        return finish != null && Direction.FROM_FINISH.name().equals(row.getString("direction"))
                ? PlanFrame.finishingAt(hours.closing(finish), hours.hours())
                : PlanFrame.startingAt(hours.opening(first(row)), hours.hours());
    }

    private LocalDate first(ResultSet row) throws SQLException {
        var start = row.getObject("start_on", LocalDate.class);
        if (start != null) {
            return start;
        }
        var task = row.getObject("first_start", LocalDate.class);
        return task == null ? LocalDate.now(clock.withZone(ZoneId.of(row.getString("zone")))) : task;
    }

    private LocalHours hours(long calendar) {
        return calendars.current(new WorkCalendarId(calendar)).local();
    }

    private static Line line(ResultSet row) throws SQLException {
        var kind = TaskKind.valueOf(row.getString("kind"));
        boolean summary = row.getBoolean("summary");
        var start = time(row, "planned_start");
        var finish = time(row, "planned_finish");
        boolean typed = !summary
                && ScheduleMode.valueOf(row.getString("mode")) == ScheduleMode.AUTO
                && ConstraintType.valueOf(row.getString("constraint_type")) == ConstraintType.ASAP
                && row.getObject("actual_start") == null;
        return new Line(
                row.getLong("id"),
                row.getInt("number"),
                start,
                finish,
                !typed ? null : kind == TaskKind.MILESTONE && finish != null ? finish : start);
    }

    private TaskDraft describe(
            NetworkBuilder builder, ResultSet row, LocalHours projectHours, Map<Long, LocalHours> known, Crews crews)
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
            return task;
        }
        long minutes = minutes(row, start, finish, hours);
        if (row.getBoolean("duration_elapsed")) {
            task.elapsedDuration(minutes);
        } else {
            task.duration(minutes);
            crews.shares()
                    .getOrDefault(row.getLong("id"), List.of())
                    .forEach(share -> task.assigned(share.hours(), share.minutes()));
        }
        task.actualStart(time(row, "actual_start")).actualFinish(time(row, "actual_finish"));
        return task.remaining(minutes * (100 - row.getInt("percent_complete")) / 100);
    }

    private static long minutes(
            ResultSet row, @Nullable LocalDateTime start, @Nullable LocalDateTime finish, LocalHours hours)
            throws SQLException {
        if (TaskKind.valueOf(row.getString("kind")) == TaskKind.MILESTONE) {
            return 0;
        }
        var stored = number(row, "duration_minutes");
        if (stored != null) {
            return stored;
        }
        return start != null && finish != null && finish.isAfter(start)
                ? new PlanHours(hours).between(start, finish)
                : PlanHours.DAY_MINUTES;
    }
}
