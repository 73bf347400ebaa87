package io.throughline.project.schedule;

import io.throughline.project.lifecycle.CriterionState;
import io.throughline.project.lifecycle.GateCheck;
import io.throughline.project.lifecycle.GateFacts;
import io.throughline.project.lifecycle.Phase;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the plan must show: a milestone, then tasks and a baseline, then nothing blocked, then nothing open. */
@Component
@Order(2)
class ScheduleGateCheck implements GateCheck {

    private static final String PLAN = "/schedule";

    @Override
    public String facts() {
        return """
                select count(*) filter (where kind = 'MILESTONE') as milestones,
                       count(*) filter (where kind = 'TASK') as tasks,
                       count(*) filter (where kind = 'TASK' and assignee_id is null) as unassigned_tasks,
                       count(*) filter (where blocked) as blocked_tasks,
                       count(*) filter (where status in ('NOT_STARTED', 'IN_PROGRESS')) as open_tasks,
                       (select count(*) from project.baseline where project_id = :project and status = 'APPROVED') as baselines
                  from project.task
                 where project_id = :project and deleted_at is null and not summary and status <> 'CANCELLED'""";
    }

    @Override
    public List<CriterionState> check(GateFacts facts, Phase phase) {
        return switch (phase) {
            case INITIATION -> List.of(some("milestone", facts.count("milestones"), "/milestones"));
            case PLANNING ->
                List.of(
                        some("tasks", facts.count("tasks"), PLAN),
                        none("assigned", facts.count("unassigned_tasks"), PLAN),
                        CriterionState.of("baseline", facts.count("baselines") > 0, PLAN));
            case EXECUTION -> List.of(none("nothingBlocked", facts.count("blocked_tasks"), "/board"));
            case MONITORING -> List.of();
            case CLOSURE -> List.of(none("nothingOpen", facts.count("open_tasks"), PLAN));
        };
    }

    private static CriterionState some(String key, int count, String mend) {
        return CriterionState.of(key, count > 0, mend, count);
    }

    private static CriterionState none(String key, int count, String mend) {
        return CriterionState.of(key, count == 0, mend, count);
    }
}
