package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.network.InvalidNetworkException;
import java.util.stream.Collectors;

/** What the engine refuses, in terms people can act on. */
final class UnplannablePlan {

    /** Key of the refusal of dates or amounts that no plan can have; its argument names the tasks. */
    static final String IMPOSSIBLE = "project.schedule.impossiblePlan";

    private UnplannablePlan() {}

    /** The tasks of a circle are named in order. */
    static RuntimeException translated(InvalidNetworkException e) {
        return switch (e.problem()) {
            case CYCLIC_LINKS, CYCLIC_HIERARCHY, LINK_WITHIN_SUMMARY ->
                new RuleViolation("project.schedule.cyclicDependency", named(e, " → "));
            case IMPOSSIBLE_DATES, IMPOSSIBLE_AMOUNT -> new RuleViolation(IMPOSSIBLE, named(e, ", "));
            case NEVER_OPENS -> new RuleViolation("foundation.calendar.neverOpens");
            default -> e;
        };
    }

    private static String named(InvalidNetworkException e, String between) {
        return e.tasks().stream().map(String::valueOf).collect(Collectors.joining(between));
    }
}
