package io.throughline.project.scope;

import io.throughline.project.lifecycle.CriterionState;
import io.throughline.project.lifecycle.GateCheck;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.ProjectId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliverables are described before work begins, handed over before it ends, and decided before the project closes. */
@Component
@Order(3)
@RequiredArgsConstructor
class ScopeGateCheck implements GateCheck {

    private static final String PAGE = "/deliverables";

    private final JdbcClient jdbc;

    @Override
    public List<CriterionState> check(ProjectId project, Phase phase) {
        return switch (phase) {
            case PLANNING -> {
                var count = count(project);
                yield List.of(CriterionState.of(
                        "deliverables", count.total() > 0 && count.vague() == 0, PAGE, count.total(), count.vague()));
            }
            case EXECUTION -> {
                var count = count(project);
                yield List.of(CriterionState.of(
                        "allSubmitted", count.unseen() == 0, PAGE, count.total() - count.unseen(), count.total()));
            }
            case CLOSURE -> {
                var count = count(project);
                yield List.of(CriterionState.of(
                        "allAccepted", count.accepted() == count.total(), PAGE, count.accepted(), count.total()));
            }
            default -> List.of();
        };
    }

    private Count count(ProjectId project) {
        return jdbc.sql("""
                        select count(*) as total, count(*) filter (where criteria is null) as vague,
                               count(*) filter (where round = 0) as unseen,
                               count(*) filter (where status in ('ACCEPTED', 'ACCEPTED_WITH_CONDITIONS')) as accepted
                          from project.deliverable where project_id = ? and deleted_at is null
                        """).param(project.value()).query(Count.class).single();
    }

    private record Count(int total, int vague, int unseen, int accepted) {}
}
