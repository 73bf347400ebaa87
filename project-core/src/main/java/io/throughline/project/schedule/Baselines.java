package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTimeline;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the plan as it stands: R0 the first time, R1, R2 … after approved changes. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class Baselines {

    private final BaselineRepository baselines;
    private final ProjectQueries projects;
    private final ProjectTimeline timeline;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Returns the number of the new baseline. */
    public int set(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key).toManage();
        var id = project.id().value();
        int number = baselines.countByProjectId(id);
        var baseline = new Baseline(id, number, clock.instant());
        var baselineId = baselines.saveAndFlush(baseline).requireId();
        int tasks = jdbc.sql("""
                        insert into project.baseline_task (baseline_id, task_id, start, finish, duration_minutes, effort_minutes)
                        select ?, t.id, t.planned_start, t.planned_finish, t.duration_minutes, t.effort_minutes
                          from project.task t
                         where t.project_id = ? and t.deleted_at is null and t.status <> 'CANCELLED'
                           and t.planned_finish is not null
                        """).params(baselineId, id).update();
        if (tasks == 0) {
            throw new RuleViolation("project.schedule.nothingToFreeze");
        }
        jdbc.sql("""
                        update project.task t
                           set baseline_start = b.start, baseline_finish = b.finish, baseline_minutes = b.duration_minutes,
                               baseline_effort_minutes = b.effort_minutes
                          from project.baseline_task b
                         where b.baseline_id = ? and b.task_id = t.id
                        """).param(baselineId).update();
        long effort = jdbc.sql("""
                        select coalesce(sum(b.effort_minutes), 0) from project.baseline_task b
                          join project.task t on t.id = b.task_id and not t.summary where b.baseline_id = ?
                        """).param(baselineId).query(Long.class).single();
        baseline.holds(tasks, effort);
        baselines.saveAndFlush(baseline);
        note(viewer, project.id(), number, tasks);
        timeline.record(viewer, project.id(), "project.schedule.baselineSet");
        return number;
    }

    /** Which baseline counts; what each task had in either of them is kept with the baselines, which never change. */
    private void note(Viewer viewer, ProjectId project, int number, int tasks) {
        audit.record(
                viewer,
                AuditRecord.change(
                        ProjectTimeline.subject(project),
                        "project.project",
                        "baseline",
                        number == 0 ? null : "R" + (number - 1),
                        "R" + number + " (" + tasks + ")"));
    }
}
