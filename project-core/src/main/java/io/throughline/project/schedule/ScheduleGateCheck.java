package io.throughline.project.schedule;

import io.throughline.project.lifecycle.CriterionState;
import io.throughline.project.lifecycle.GateCheck;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.ProjectId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the plan must show: a milestone, then tasks and a baseline, then nothing blocked, then nothing open. */
@Component
@Order(2)
@RequiredArgsConstructor
class ScheduleGateCheck implements GateCheck {

    private static final String PLAN = "/schedule";

    private final JdbcClient jdbc;

    @Override
    public List<CriterionState> check(ProjectId project, Phase phase) {
        if (phase == Phase.MONITORING) {
            return List.of();
        }
        var plan = count(project);
        return switch (phase) {
            case INITIATION ->
                List.of(CriterionState.of("milestone", plan.milestones() > 0, "/milestones", plan.milestones()));
            case PLANNING ->
                List.of(
                        CriterionState.of("tasks", plan.tasks() > 0, PLAN, plan.tasks()),
                        CriterionState.of("assigned", plan.unassigned() == 0, PLAN, plan.unassigned()),
                        CriterionState.of("baseline", plan.baselines() > 0, PLAN));
            case EXECUTION ->
                List.of(CriterionState.of("nothingBlocked", plan.blocked() == 0, "/board", plan.blocked()));
            default -> List.of(CriterionState.of("nothingOpen", plan.open() == 0, PLAN, plan.open()));
        };
    }

    private Plan count(ProjectId project) {
        return jdbc.sql("""
                        select count(*) filter (where kind = 'MILESTONE') as milestones,
                               count(*) filter (where kind = 'TASK') as tasks,
                               count(*) filter (where kind = 'TASK' and assignee_id is null) as unassigned,
                               count(*) filter (where blocked) as blocked,
                               count(*) filter (where status in ('NOT_STARTED', 'IN_PROGRESS')) as open,
                               (select count(*) from project.baseline where project_id = :project) as baselines
                          from project.task
                         where project_id = :project and deleted_at is null and not summary and status <> 'CANCELLED'
                        """).param("project", project.value()).query(Plan.class).single();
    }

    private record Plan(int milestones, int tasks, int unassigned, int blocked, int open, int baselines) {}
}
