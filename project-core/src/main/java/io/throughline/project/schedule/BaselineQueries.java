package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.BaselineChange.Dates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads baselines, and what became of them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class BaselineQueries {

    private final TaskQueries tasks;
    private final ProjectQueries projects;
    private final PlanCalendars calendars;
    private final JdbcClient jdbc;

    public List<BaselineRow> list(Viewer viewer, String key) {
        return list(viewer, projects.requirePlan(viewer, key));
    }

    /** For a project already let in; the one that waits first, then the newest. */
    public List<BaselineRow> list(Viewer viewer, ProjectAccess project) {
        return jdbc.sql("""
                        select b.id, b.name, b.status, b.note, b.taken_at, u.name as taken_by, b.decided_at,
                               d.name as decided_by, b.reason, b.task_count, b.planned_start as start,
                               b.planned_finish as finish
                          from project.baseline b
                          left join foundation.app_user u on u.id = b.created_by
                          left join foundation.app_user d on d.id = b.decided_by
                         where b.project_id = ?
                         order by b.status = 'PROPOSED' desc, b.taken_at desc, b.number, b.id desc
                        """)
                .param(project.id().value())
                .query(BaselineRow.class)
                .list();
    }

    public BaselineComparison compare(Viewer viewer, String key, String word, @Nullable String with) {
        var project = projects.requirePlan(viewer, key);
        return compare(viewer, project, list(viewer, project), word, with);
    }

    /**
     * For a project already let in.
     *
     * @param all its baselines
     * @param word {@code r0} or {@code proposal}
     * @param with another one, or null for the plan as it stands
     */
    public BaselineComparison compare(
            Viewer viewer, ProjectAccess project, List<BaselineRow> all, String word, @Nullable String with) {
        var from = find(all, word);
        var to = with == null ? null : find(all, with);
        var outline = tasks.outline(viewer, project);
        var before = frozen(from.id());
        var after = to == null ? planned(outline) : frozen(to.id());
        var hours = calendars.of(project);
        var finishBefore = latest(before);
        var finishAfter = latest(after);
        return new BaselineComparison(
                from,
                to,
                finishBefore,
                finishAfter,
                slip(hours, finishBefore, finishAfter),
                changes(outline, before, after, hours));
    }

    /** Proposals that wait for a manager's decision, oldest first; nobody else has any. */
    public List<WaitingBaseline> waiting(Viewer viewer, int limit) {
        if (!viewer.has(Role.MANAGER)) {
            return List.of();
        }
        return jdbc.sql("""
                        select p.key, p.name as project, b.note, u.name as taken_by
                          from project.baseline b
                          join project.project p on p.id = b.project_id
                          left join foundation.app_user u on u.id = b.created_by
                         where b.status = 'PROPOSED' and p.status = 'ACTIVE'
                         order by b.created_at, b.id limit ?
                        """).param(limit).query(WaitingBaseline.class).list();
    }

    /** A proposal that waits for a decision. */
    public record WaitingBaseline(
            String key,
            String project,
            @Nullable String note,
            @Nullable String takenBy) {}

    private List<BaselineChange> changes(
            List<TaskRow> outline, Map<Long, Dates> before, Map<Long, Dates> after, PlanHours hours) {
        var changes = new ArrayList<BaselineChange>();
        var gone = new LinkedHashMap<>(before);
        gone.putAll(after);
        for (var row : outline) {
            gone.remove(row.id());
            var old = before.get(row.id());
            var now = after.get(row.id());
            if (old != null || now != null) {
                changes.add(change(row, old, now, hours));
            }
        }
        jdbc.sql("select id, number, name, kind, summary from project.task where id = any(?) order by number")
                .param(gone.keySet().toArray(Long[]::new))
                .query(row -> {
                    var old = before.get(row.getLong("id"));
                    var now = after.get(row.getLong("id"));
                    changes.add(new BaselineChange(
                            row.getInt("number"),
                            "",
                            row.getString("name"),
                            "MILESTONE".equals(row.getString("kind")),
                            row.getBoolean("summary"),
                            true,
                            variance(old, now),
                            old,
                            now,
                            slip(hours, start(old), start(now)),
                            slip(hours, finish(old), finish(now))));
                });
        return changes;
    }

    private static BaselineChange change(TaskRow row, @Nullable Dates old, @Nullable Dates now, PlanHours hours) {
        return new BaselineChange(
                row.number(),
                row.wbs(),
                row.name(),
                row.kind() == TaskKind.MILESTONE,
                row.summary(),
                false,
                variance(old, now),
                old,
                now,
                slip(hours, start(old), start(now)),
                slip(hours, finish(old), finish(now)));
    }

    private static TaskVariance variance(@Nullable Dates old, @Nullable Dates now) {
        if (old == null) {
            return TaskVariance.ADDED;
        }
        if (now == null) {
            return TaskVariance.REMOVED;
        }
        return old.equals(now) ? TaskVariance.SAME : TaskVariance.MOVED;
    }

    private static @Nullable Long slip(PlanHours hours, @Nullable LocalDate before, @Nullable LocalDate after) {
        return before == null || after == null ? null : Long.valueOf(hours.workingDays(before, after));
    }

    private static @Nullable LocalDate start(@Nullable Dates dates) {
        return dates == null ? null : dates.startDay();
    }

    private static @Nullable LocalDate finish(@Nullable Dates dates) {
        return dates == null ? null : dates.finish().toLocalDate();
    }

    private static @Nullable LocalDate latest(Map<Long, Dates> tasks) {
        return tasks.values().stream()
                .map(Dates::finish)
                .max(LocalDateTime::compareTo)
                .map(LocalDateTime::toLocalDate)
                .orElse(null);
    }

    private static Map<Long, Dates> planned(List<TaskRow> outline) {
        var dates = new LinkedHashMap<Long, Dates>();
        for (var row : outline) {
            if (row.plannedFinish() != null && row.status() != TaskStatus.CANCELLED) {
                dates.put(row.id(), new Dates(row.plannedStart(), row.plannedFinish()));
            }
        }
        return dates;
    }

    private Map<Long, Dates> frozen(long baseline) {
        var dates = new LinkedHashMap<Long, Dates>();
        jdbc.sql(
                        "select task_id, start, finish from project.baseline_task where baseline_id = ? and finish is not null")
                .param(baseline)
                .query(row -> {
                    var finish = Objects.requireNonNull(time(row, "finish"));
                    dates.put(row.getLong("task_id"), new Dates(time(row, "start"), finish));
                });
        return dates;
    }

    private static BaselineRow find(List<BaselineRow> all, String word) {
        return all.stream()
                .filter(row -> word.equalsIgnoreCase(row.word()))
                .findFirst()
                .orElseThrow(() -> new NotFound("baseline", word));
    }
}
