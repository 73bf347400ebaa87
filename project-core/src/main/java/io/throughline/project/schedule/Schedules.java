package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.InvalidNetworkException;
import io.throughline.project.schedule.network.Schedule;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Computes stored plans. */
@Component
@RequiredArgsConstructor
class Schedules {

    private final PlanNetworks networks;

    /** A plan with the dates it has by its links, calendars, constraints and progress. */
    record Computed(StoredPlan plan, Schedule schedule) {

        /** Cancelled and deleted tasks have no dates. */
        boolean has(int number) {
            return schedule.network().has(number);
        }
    }

    /** Empty where the plan cannot be computed; then the dates are those last stored. */
    Optional<Computed> find(ProjectId project) {
        try {
            return Optional.of(of(project));
        } catch (RuleViolation impossible) {
            return Optional.empty();
        }
    }

    /** @throws io.throughline.foundation.model.RuleViolation for a circle, with its tasks named, or a calendar that never opens */
    Computed of(ProjectId project) {
        try {
            var plan = networks.load(project);
            return new Computed(plan, CriticalPath.of(plan.network()));
        } catch (InvalidNetworkException e) {
            throw UnplannablePlan.translated(e);
        }
    }
}
