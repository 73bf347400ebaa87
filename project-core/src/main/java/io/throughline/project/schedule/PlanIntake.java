package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTimeline;
import io.throughline.project.lifecycle.RecordIds;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a whole plan brought in from outside below what is already planned, set-based: dates are taken as they are. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PlanIntake {

    private static final int BATCH = 500;

    private static final String TASK = """
            insert into project.task (id, version, project_id, number, parent_id, position, kind, summary, name, description,
                    status, blocked, priority, mode, planned_start, planned_finish, duration_minutes, duration_elapsed,
                    percent_complete, actual_start, actual_finish, baseline_start, baseline_finish, constraint_type,
                    constraint_date, deadline, calendar_name, wbs, external_uid, shared, started_at, done_at,
                    created_at, created_by, changed_at, changed_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?,
                    ?, ?, ?, ?)
            """;

    private static final String LINK = """
            insert into project.task_dependency (id, version, project_id, predecessor_id, successor_id, type, lag_minutes,
                    lag_unit, created_at, created_by, changed_at, changed_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final TaskDesk desk;
    private final TaskRollUp rollUp;
    private final RecordIds ids;
    private final ProjectQueries projects;
    private final ProjectTimeline timeline;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * Adds the tasks and links.
     *
     * @param tasks every parent before its children
     * @param links between tasks of the list; free of circles
     * @return the new task's id by uid
     */
    public Map<Integer, Long> take(Viewer viewer, String key, List<PlanTask> tasks, List<PlanLink> links) {
        var project = projects.requirePlan(viewer, key).toManage();
        long id = project.id().value();
        var stamp = new Stamp(Timestamp.from(clock.instant()), viewer.id().value());
        var byUid = new HashMap<Integer, Long>();
        var rows = rows(id, tasks, stamp, byUid);
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(TASK, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        var linkIds = ids.take(links.size());
        var linkRows = new ArrayList<Object[]>();
        for (var link : links) {
            var predecessor = byUid.get(link.predecessorUid());
            var successor = byUid.get(link.successorUid());
            if (predecessor != null && successor != null && !predecessor.equals(successor)) {
                linkRows.add(new Object[] {
                    linkIds.get(linkRows.size()),
                    id,
                    predecessor,
                    successor,
                    link.type().name(),
                    link.lag(),
                    link.unit().name(),
                    stamp.at(),
                    stamp.by(),
                    stamp.at(),
                    stamp.by()
                });
            }
        }
        jdbc.batchUpdate(LINK, linkRows);
        rollUp.derive(id);
        timeline.record(
                viewer, ProjectTimeline.subject(project.id()), "project.schedule.taken", Map.of("count", tasks.size()));
        return byUid;
    }

    private List<Object[]> rows(long project, List<PlanTask> tasks, Stamp stamp, Map<Integer, Long> byUid) {
        var taskIds = ids.take(tasks.size());
        int number = tasks.isEmpty() ? 0 : desk.numbers(project, tasks.size());
        var places = new HashMap<@Nullable Long, Long>();
        places.put(null, desk.endOf(project, null) - TaskDesk.GAP);
        var rows = new ArrayList<Object[]>(tasks.size());
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            byUid.put(task.uid(), taskIds.get(i));
            var parent = task.parentUid() == null ? null : byUid.get(task.parentUid());
            long place = places.merge(parent, TaskDesk.GAP, Long::sum);
            rows.add(row(project, task, taskIds.get(i), number + i, parent, place, stamp));
        }
        return rows;
    }

    private static @Nullable Object[] row(
            long project, PlanTask task, long id, int number, @Nullable Long parent, long place, Stamp stamp) {
        var status = task.status();
        boolean begun = status == TaskStatus.IN_PROGRESS || status == TaskStatus.DONE;
        var finish = status == TaskStatus.DONE && task.actualFinish() == null ? task.finish() : task.actualFinish();
        return new @Nullable Object[] {
            id,
            project,
            number,
            parent,
            place,
            (task.milestone() && !task.summary() ? TaskKind.MILESTONE : TaskKind.TASK).name(),
            task.summary(),
            task.name(),
            task.notes(),
            status.name(),
            task.priority(),
            (task.manual() ? ScheduleMode.MANUAL : ScheduleMode.AUTO).name(),
            task.start(),
            task.finish(),
            task.durationMinutes(),
            task.elapsed(),
            status == TaskStatus.DONE ? 100 : Math.max(0, Math.min(99, task.percentComplete())),
            begun && task.actualStart() == null ? task.start() : task.actualStart(),
            finish,
            task.baselineStart(),
            task.baselineFinish(),
            task.constraint().name(),
            task.constraintDate(),
            task.deadline(),
            task.calendarName(),
            task.wbs(),
            String.valueOf(task.uid()),
            begun ? stamp.at() : null,
            status == TaskStatus.DONE ? stamp.at() : null,
            stamp.at(),
            stamp.by(),
            stamp.at(),
            stamp.by()
        };
    }

    private record Stamp(Timestamp at, long by) {}
}
