package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads how a plan stands as a whole, in one statement. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanSummaries {

    private final JdbcClient jdbc;
    private final Clock clock;

    public PlanSummary of(Viewer viewer, ProjectAccess project) {
        return jdbc.sql("""
                        select count(*) as tasks,
                               count(*) filter (where t.status = 'DONE') as done,
                               count(*) filter (where t.status = 'IN_PROGRESS') as in_progress,
                               count(*) filter (where t.blocked) as blocked,
                               count(*) filter (where t.status <> 'DONE' and t.planned_finish < :now) as late,
                               coalesce(floor(sum(greatest(coalesce(t.duration_minutes, 1), 1) * t.percent_complete)
                                   / sum(greatest(coalesce(t.duration_minutes, 1), 1))), 0)::int as percent,
                               min(t.planned_start) as planned_start, max(t.planned_finish) as planned_finish,
                               max(t.baseline_finish) as baseline_finish, max(t.actual_finish) as actual_finish,
                               coalesce(sum(t.effort_minutes), 0) as effort_minutes,
                               (%s) as latest_baseline
                          from project.task t
                         where t.project_id = :project and t.deleted_at is null and not t.summary
                           and t.kind = 'TASK' and t.status <> 'CANCELLED'
                        """.formatted(Baseline.COUNTS.formatted(":project")))
                .param("project", project.id().value())
                .param("now", LocalDateTime.now(clock.withZone(project.zone())))
                .query(PlanSummary.class)
                .single();
    }
}
