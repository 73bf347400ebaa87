package io.throughline.project.scope;

import io.throughline.project.lifecycle.CriterionState;
import io.throughline.project.lifecycle.GateCheck;
import io.throughline.project.lifecycle.GateFacts;
import io.throughline.project.lifecycle.Phase;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deliverables are described before work begins, handed over before it ends, and decided before the project closes. */
@Component
@Order(3)
class ScopeGateCheck implements GateCheck {

    private static final String PAGE = "/deliverables";

    @Override
    public String facts() {
        return """
                select count(*) as deliverables, count(*) filter (where criteria is null) as vague_deliverables,
                       count(*) filter (where round = 0) as unseen_deliverables,
                       count(*) filter (where status in ('ACCEPTED', 'ACCEPTED_WITH_CONDITIONS')) as accepted_deliverables
                  from project.deliverable where project_id = :project and deleted_at is null""";
    }

    @Override
    public List<CriterionState> check(GateFacts facts, Phase phase) {
        int total = facts.count("deliverables");
        int vague = facts.count("vague_deliverables");
        int unseen = facts.count("unseen_deliverables");
        int accepted = facts.count("accepted_deliverables");
        return switch (phase) {
            case PLANNING -> List.of(CriterionState.of("deliverables", total > 0 && vague == 0, PAGE, total, vague));
            case EXECUTION -> List.of(CriterionState.of("allSubmitted", unseen == 0, PAGE, total - unseen, total));
            case CLOSURE -> List.of(CriterionState.of("allAccepted", accepted == total, PAGE, accepted, total));
            default -> List.of();
        };
    }
}
