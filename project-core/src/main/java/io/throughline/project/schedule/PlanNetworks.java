package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.NotFound;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.TaskCrews.Crews;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Link;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A stored plan as the engine's network; task numbers are its ids. The people on a task whose hours differ make its dates.
 * Deleted tasks stay out with their links, cancelled ones are switched off. A project without a planned start begins with
 * its first dated task, a plan without any dates today; a task without a duration takes the working time between its
 * dates, or a day. What was typed before the plan was first computed counts.
 */
@Component
@RequiredArgsConstructor
class PlanNetworks {

    private static final String PROJECT = """
            select p.zone, p.calendar_id, coalesce(p.planned_start, s.start_on) as start_on, p.planned_finish,
                   %s as crewed, coalesce(s.revision, 0) as revision, s.direction, s.honors_constraints, s.alap,
                   s.critical_slack_minutes, s.anchor, s.multiple_critical_paths,
                   (select min(t.planned_start)::date from project.task t where p.planned_start is null
                       and s.start_on is null and t.project_id = p.id and t.deleted_at is null
                       and t.status <> 'CANCELLED') as first_start
              from project.project p left join project.plan s on s.project_id = p.id
             where p.id = ?
            """;

    private static final String TASKS = "select " + StoredTask.COLUMNS + """
              from project.task t
              left join project.task p on p.id = t.parent_id and p.deleted_at is null
             where t.project_id = ? and t.deleted_at is null
            """;

    private static final String BY_NUMBER = " order by t.number";

    /** By the tasks' ids: they have been read, and a join would be planned by statistics older than a fresh plan. */
    private static final String LINKS = """
            select predecessor_id, successor_id, type, lag_minutes, lag_unit from project.task_dependency
             where project_id = ?
            """;

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final ObjectProvider<TaskCrews> crews;
    private final Clock clock;

    /**
     * What holds for a plan as a whole.
     *
     * @param crewed whether some of the people in it have hours of their own
     * @param computed false before the plan was first computed
     */
    record Frame(PlanFrame frame, boolean crewed, long revision, boolean computed) {

        Frame at(long newRevision) {
            return new Frame(frame, crewed, newRevision, newRevision > 0);
        }
    }

    Frame frame(ProjectId project) {
        var known = crews.getIfAvailable();
        return jdbc.sql(PROJECT.formatted(known == null ? "false" : known.matter()))
                .param(project.value())
                .query((row, n) -> new Frame(
                        frame(row), row.getBoolean("crewed"), row.getLong("revision"), row.getLong("revision") > 0))
                .optional()
                .orElseThrow(() -> new NotFound("project", project.value()));
    }

    /** @throws io.throughline.project.schedule.network.InvalidNetworkException for a plan that cannot be computed */
    StoredPlan load(ProjectId project, Frame frame) {
        var tasks = tasks(TASKS + BY_NUMBER, project.value());
        var crews = crews(project, frame, null);
        var hours = hours(tasks, crews.calendars());
        var builder = Network.in(frame.frame());
        tasks.forEach(task -> describe(builder, task, frame, hours, crews));
        builder.links(links(project, tasks));
        var network = builder.build();
        var lines = tasks.stream()
                .map(task -> task.line(network.isInactive(task.number())))
                .toList();
        return frame.computed()
                ? new StoredPlan(network, lines, hours, Map.of())
                : TypedStarts.kept(network, lines, hours);
    }

    /** The plan with these tasks as they are stored now; empty where one of them is no part of it, or a summary. */
    Optional<StoredPlan> with(ProjectId project, StoredPlan plan, Frame frame, Collection<Long> changed) {
        var tasks = tasks(TASKS + " and t.id = any (?)", project.value(), changed.toArray(Long[]::new));
        if (tasks.size() != changed.size()
                || !tasks.stream().allMatch(task -> plan.network().has(task.number()))) {
            return Optional.empty();
        }
        var crews = crews(project, frame, changed);
        var known = new HashMap<>(plan.calendars());
        known.putAll(crews.calendars());
        var hours = hours(tasks, known);
        var builder = Network.in(frame.frame());
        var drafts = tasks.stream()
                .map(task -> describe(builder, task, frame, hours, crews))
                .toList();
        return Optional.of(new StoredPlan(plan.network().with(drafts), plan.tasks(), hours, Map.of()));
    }

    private Crews crews(ProjectId project, Frame frame, @Nullable Collection<Long> tasks) {
        var known = crews.getIfAvailable();
        return known == null || !frame.crewed() ? Crews.NONE : known.of(project, tasks);
    }

    /** Whether the calendars of tasks and resources still have the hours the plan was computed with. */
    boolean isCurrent(StoredPlan plan) {
        return current(plan.calendars().keySet()).equals(plan.calendars());
    }

    private List<StoredTask> tasks(String sql, Object... params) {
        return jdbc.sql(sql)
                .params(params)
                .query((row, n) -> StoredTask.read(row))
                .list();
    }

    /** In the order of their tasks' numbers; links of deleted tasks stay out. */
    private List<Link> links(ProjectId project, List<StoredTask> tasks) {
        var numbers = tasks.stream().collect(Collectors.toMap(StoredTask::id, StoredTask::number));
        var links = new ArrayList<Link>();
        jdbc.sql(LINKS).param(project.value()).query(row -> {
            var from = numbers.get(row.getLong("predecessor_id"));
            var to = numbers.get(row.getLong("successor_id"));
            if (from != null && to != null) {
                var lag = new Lag(Lag.Unit.valueOf(row.getString("lag_unit")), row.getLong("lag_minutes"));
                links.add(new Link(from, to, DependencyType.valueOf(row.getString("type")), lag));
            }
        });
        links.sort(Comparator.comparingLong(Link::successor).thenComparingLong(Link::predecessor));
        return links;
    }

    private static TaskDraft describe(
            NetworkBuilder builder, StoredTask task, Frame frame, Map<Long, LocalHours> hours, Crews crews) {
        var draft = builder.task(task.number());
        var own = task.calendar() == null ? null : hours.get(task.calendar());
        task.describe(draft, own == null ? frame.frame().hours() : own);
        if (!task.summary() && !task.elapsed()) {
            crews.shares()
                    .getOrDefault(task.id(), List.of())
                    .forEach(share -> draft.assigned(share.hours(), share.minutes()));
        }
        return draft;
    }

    /** Of the tasks' own calendars, and those known. */
    private Map<Long, LocalHours> hours(List<StoredTask> tasks, Map<Long, LocalHours> known) {
        var missing = tasks.stream()
                .flatMap(task -> Stream.ofNullable(task.calendar()))
                .filter(calendar -> !known.containsKey(calendar))
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return known;
        }
        var all = new HashMap<>(known);
        all.putAll(current(missing));
        return Map.copyOf(all);
    }

    private Map<Long, LocalHours> current(Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var wanted = ids.stream().map(WorkCalendarId::new).toList();
        return calendars.current(wanted).entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().value(), one -> one.getValue().local()));
    }

    private PlanFrame frame(ResultSet row) throws SQLException {
        var calendar = number(row, "calendar_id");
        var hours = calendar == null ? PlanHours.STANDARD.hours() : hours(calendar);
        var frame = anchored(row, new PlanHours(hours));
        return row.getString("direction") == null
                ? frame
                : frame.honoringConstraints(row.getBoolean("honors_constraints"))
                        .withAlap(Alap.valueOf(row.getString("alap")))
                        .withCriticalSlack(row.getLong("critical_slack_minutes"))
                        .withMultipleCriticalPaths(row.getBoolean("multiple_critical_paths"));
    }

    private PlanFrame anchored(ResultSet row, PlanHours hours) throws SQLException {
        var finish = row.getObject("planned_finish", LocalDate.class);
        if (finish != null && Direction.FROM_FINISH.name().equals(row.getString("direction"))) {
            return PlanFrame.finishingAt(moment(row, finish, hours.closing(finish)), hours.hours());
        }
        var start = first(row);
        return PlanFrame.startingAt(moment(row, start, hours.opening(start)), hours.hours());
    }

    /** The file's, as long as it is on that day. */
    private static LocalDateTime moment(ResultSet row, LocalDate day, LocalDateTime otherwise) throws SQLException {
        var anchor = time(row, "anchor");
        return anchor != null && anchor.toLocalDate().equals(day) ? anchor : otherwise;
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
}
