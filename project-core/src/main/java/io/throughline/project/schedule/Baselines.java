package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTimeline;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes the plan as it stands. Who leads the project proposes it; a manager's approval makes it R0 the first time, R1,
 * R2 … afterwards, and from then on plan and measures are held against it. What a manager proposes is approved at once.
 */
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

    /**
     * @param note what it is for, at most 500 characters
     * @return the number of the new baseline; empty where it waits for a manager
     * @throws RuleViolation while another one waits, or when no task has dates
     */
    public Optional<Integer> propose(Viewer viewer, String key, @Nullable String note) {
        var project = locked(viewer, key);
        var id = project.id().value();
        if (waiting(id).isPresent()) {
            throw new RuleViolation("project.schedule.baseline.waits");
        }
        if (!isDated(id)) {
            throw new RuleViolation("project.schedule.nothingToFreeze");
        }
        var baseline = baselines.saveAndFlush(new Baseline(id, note, clock.instant()));
        baseline.holds(freeze(id, baseline.requireId()));
        if (viewer.has(Role.MANAGER)) {
            approve(viewer, project, baseline);
            return Optional.ofNullable(baseline.getNumber());
        }
        baselines.saveAndFlush(baseline);
        timeline.record(viewer, project.id(), "project.schedule.baselineProposed");
        return Optional.empty();
    }

    /** Returns the number of the new baseline. */
    @Allow(Role.MANAGER)
    public int approve(Viewer viewer, String key) {
        var project = locked(viewer, key);
        return approve(viewer, project, requireWaiting(project));
    }

    /** @param reason read by who proposed it; needed */
    @Allow(Role.MANAGER)
    public void refuse(Viewer viewer, String key, @Nullable String reason) {
        var project = locked(viewer, key);
        var baseline = requireWaiting(project);
        baseline.refuse(reason, viewer.personId(), clock.instant());
        baselines.saveAndFlush(baseline);
        timeline.record(viewer, project.id(), "project.schedule.baselineRefused");
    }

    private int approve(Viewer viewer, ProjectAccess project, Baseline baseline) {
        var before = counting(project.id().value());
        int number = baselines.nextNumber(project.id().value());
        baseline.approve(number, viewer.personId(), clock.instant());
        baselines.saveAndFlush(baseline);
        jdbc.sql("""
                        update project.task t
                           set baseline_start = b.start, baseline_finish = b.finish, baseline_minutes = b.duration_minutes,
                               baseline_effort_minutes = b.effort_minutes
                          from project.task own
                          left join project.baseline_task b on b.task_id = own.id and b.baseline_id = ?
                         where own.project_id = ? and t.id = own.id
                        """).params(baseline.requireId(), project.id().value()).update();
        note(viewer, project, before, number, baseline.getTaskCount());
        timeline.record(viewer, project.id(), "project.schedule.baselineSet");
        return number;
    }

    /** Which baseline counts; what each task had in either of them is kept with the baselines, which never change. */
    private void note(Viewer viewer, ProjectAccess project, Optional<Integer> before, int number, int tasks) {
        audit.record(
                viewer,
                AuditRecord.change(
                        ProjectTimeline.subject(project.id()),
                        "project.project",
                        "baseline",
                        before.map(one -> "R" + one).orElse(null),
                        "R" + number + " (" + tasks + ")"));
    }

    private Optional<Integer> counting(long project) {
        return jdbc.sql(Baseline.COUNTS.formatted("?"))
                .param(project)
                .query(Integer.class)
                .optional();
    }

    private Baseline.Frozen freeze(long project, long baseline) {
        jdbc.sql("""
                        insert into project.baseline_task (baseline_id, task_id, start, finish, duration_minutes, effort_minutes)
                        select ?, t.id, t.planned_start, t.planned_finish, t.duration_minutes, t.effort_minutes
                          from project.task t
                         where t.project_id = ? and t.deleted_at is null and t.status <> 'CANCELLED'
                           and t.planned_finish is not null
                        """).params(baseline, project).update();
        return jdbc.sql("""
                        select count(*) as tasks, min(b.start) as start, max(b.finish) as finish,
                               coalesce(sum(b.effort_minutes) filter (where not t.summary), 0) as effort_minutes
                          from project.baseline_task b join project.task t on t.id = b.task_id
                         where b.baseline_id = ?
                        """).param(baseline).query(Baseline.Frozen.class).single();
    }

    private boolean isDated(long project) {
        return jdbc.sql("""
                        select exists (select 1 from project.task t
                                        where t.project_id = ? and t.deleted_at is null and t.status <> 'CANCELLED'
                                          and t.planned_finish is not null)
                        """).param(project).query(Boolean.class).single();
    }

    /** Two people deciding at once wait for each other at the project. */
    private ProjectAccess locked(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key).toManage();
        jdbc.sql("select id from project.project where id = ? for update")
                .param(project.id().value())
                .query(Long.class)
                .single();
        return project;
    }

    private Optional<Baseline> waiting(long project) {
        return baselines.findByProjectIdAndStatus(project, BaselineStatus.PROPOSED);
    }

    private Baseline requireWaiting(ProjectAccess project) {
        return waiting(project.id().value()).orElseThrow(() -> new NotFound("baseline proposal", project.key()));
    }
}
