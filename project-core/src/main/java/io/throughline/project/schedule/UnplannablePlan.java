package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.network.InvalidNetworkException;
import java.util.stream.Collectors;

/** What the engine refuses, in terms people can act on. */
final class UnplannablePlan {

    private UnplannablePlan() {}

    /** The tasks of a circle are named in order. */
    static RuntimeException translated(InvalidNetworkException e) {
        return switch (e.problem()) {
            case CYCLIC_LINKS, CYCLIC_HIERARCHY, LINK_WITHIN_SUMMARY ->
                new RuleViolation(
                        "project.schedule.cyclicDependency",
                        e.tasks().stream().map(String::valueOf).collect(Collectors.joining(" → ")));
            case NEVER_OPENS -> new RuleViolation("foundation.calendar.neverOpens");
            default -> e;
        };
    }
}
