package io.throughline.project.schedule;

import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.schedule.Schedules.Computed;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileCalendars;
import io.throughline.project.schedule.planfile.PlanFileTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a plan from a planning program compute as that program does: in the file's calendars, from its start or finish,
 * with its reading of constraints; and notes where the dates still come out differently.
 */
@Component
@RequiredArgsConstructor
class FilePlans {

    private final WorkCalendars calendars;
    private final Projects projects;
    private final Replanning replanning;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    /** Stores the calendars that count, for this project alone; their ids by the file's names, all that lead to them. */
    Map<String, Long> calendars(Viewer viewer, ProjectAccess project, PlanFile plan) {
        var counted = new PlanFileCalendars(plan);
        var definitions = counted.definitions(project.zone());
        var owner = new SubjectRef("PROJECT", project.id().value());
        var names = List.copyOf(definitions.keySet());
        var stored = calendars.createFor(viewer, owner, List.copyOf(definitions.values()));
        var ids = new HashMap<String, Long>();
        for (int i = 0; i < names.size(); i++) {
            ids.put(names.get(i), stored.get(i).value());
        }
        var byName = new HashMap<String, Long>();
        for (var name : counted.names()) {
            var id = ids.get(Objects.requireNonNullElse(counted.nameOf(name), ""));
            if (id != null) {
                byName.put(name, id);
            }
        }
        return byName;
    }

    /** Before the tasks are written. */
    void frame(Viewer viewer, ProjectAccess project, PlanFile plan, Map<String, Long> calendars) {
        var status = plan.statusDate();
        projects.takeOver(
                viewer,
                project.key(),
                plan.calendarName() == null ? null : calendars.get(plan.calendarName()),
                status == null ? null : status.toLocalDate());
        replanning.lock(project.id());
        boolean fromFinish = plan.counting().fromFinish() && plan.finish() != null;
        client.sql("""
                        update project.plan set direction = ?, honors_constraints = ?, alap = 'TOTAL_SLACK',
                               critical_slack_minutes = ?, multiple_critical_paths = ?, anchor = ?,
                               revision = greatest(revision, 1)
                         where project_id = ?
                        """)
                .param((fromFinish ? Direction.FROM_FINISH : Direction.FROM_START).name())
                .param(plan.honorsConstraints())
                .param(plan.counting().criticalSlackMinutes())
                .param(plan.counting().multipleCriticalPaths())
                .param(fromFinish ? plan.finish() : plan.start())
                .param(project.id().value())
                .update();
    }

    /** Once tasks, links and assignments are stored. */
    void compute(Viewer viewer, ProjectAccess project, PlanFile plan, Map<Integer, Long> taskIds) {
        var computed = replanning.settle(viewer, project.id());
        var numbers = new HashMap<Long, Integer>();
        computed.plan().tasks().forEach(line -> numbers.put(line.id(), line.number()));
        var differing = new ArrayList<Object[]>();
        for (var task : plan.tasks()) {
            var id = Objects.requireNonNull(taskIds.get(task.uid()));
            if (lies(task, Objects.requireNonNull(numbers.get(id)), computed)) {
                differing.add(new Object[] {id, project.id().value(), task.start(), task.finish()});
            }
        }
        jdbc.batchUpdate(
                "insert into project.file_dates (task_id, project_id, start, finish) values (?, ?, ?, ?)", differing);
    }

    private static boolean lies(PlanFileTask task, int number, Computed computed) {
        return task.start() != null
                && task.finish() != null
                && computed.has(number)
                && !(task.start().equals(computed.schedule().startOf(number))
                        && task.finish().equals(computed.schedule().finishOf(number)));
    }
}
