package io.throughline.project.lifecycle;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the project's own data must say before initiation and closure are left. */
@Component
@Order(1)
class LifecycleGateCheck implements GateCheck {

    private static final String EDIT = "/edit";

    @Override
    public String facts() {
        return """
                select p.goal is not null as has_goal, p.customer_id is not null or p.internal as has_customer,
                       p.manager_id is not null as has_manager, p.committed_date is not null as has_committed_date,
                       p.final_acceptance_date is not null as finally_accepted
                  from project.project p where p.id = :project""";
    }

    @Override
    public List<CriterionState> check(GateFacts facts, Phase phase) {
        return switch (phase) {
            case INITIATION ->
                List.of(
                        CriterionState.of("goal", facts.holds("has_goal"), EDIT),
                        CriterionState.of("customer", facts.holds("has_customer"), EDIT),
                        CriterionState.of("manager", facts.holds("has_manager"), EDIT),
                        CriterionState.of("committedDate", facts.holds("has_committed_date"), EDIT));
            case CLOSURE -> List.of(CriterionState.of("finalAcceptance", facts.holds("finally_accepted"), EDIT));
            default -> List.of();
        };
    }
}
