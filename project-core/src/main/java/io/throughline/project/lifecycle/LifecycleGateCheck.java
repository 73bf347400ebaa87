package io.throughline.project.lifecycle;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the project's own data must say before initiation and closure are left. */
@Component
@Order(1)
@RequiredArgsConstructor
class LifecycleGateCheck implements GateCheck {

    private static final String EDIT = "/edit";

    private final ProjectRepository projects;

    @Override
    public List<CriterionState> check(ProjectId id, Phase phase) {
        var project = projects.findById(id.value()).orElseThrow();
        return switch (phase) {
            case INITIATION ->
                List.of(
                        CriterionState.of("goal", project.getGoal() != null, EDIT),
                        CriterionState.of("customer", project.getCustomerId() != null || project.isInternal(), EDIT),
                        CriterionState.of("manager", project.getManagerId() != null, EDIT),
                        CriterionState.of("committedDate", project.getCommittedDate() != null, EDIT));
            case CLOSURE ->
                List.of(CriterionState.of("finalAcceptance", project.getFinalAcceptanceDate() != null, EDIT));
            default -> List.of();
        };
    }
}
