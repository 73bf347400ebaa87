package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.StoredPlan.Line;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.Network;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Keeps the dates of a plan that people typed before anything computed them: a start that links and the project start do
 * not explain becomes "start no earlier than" (scheduling rules, mode).
 *
 * <p><b>Method.</b> From the earliest typed start to the latest: where the plan so far puts the task earlier than typed,
 * it is pinned, and the plan is computed anew from there. So what follows a pinned task by a link needs no pin.
 *
 * <p><b>Example.</b> A typed for Wednesday, B linked after it and typed for the day A ends: A is pinned, B is not.
 */
final class TypedStarts {

    private final Map<Integer, LocalDateTime> pins = new TreeMap<>();
    private Network network;

    private TypedStarts(Network network) {
        this.network = network;
    }

    /** The plan with the pins it needs, in its network and beside it. */
    static StoredPlan kept(Network network, List<Line> tasks, Map<Long, LocalHours> calendars) {
        var kept = new TypedStarts(network);
        kept.pin(tasks.stream()
                .filter(line -> line.typed() != null)
                .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.typed())))
                .toList());
        return new StoredPlan(kept.network, tasks, calendars, kept.pins);
    }

    private void pin(List<Line> typed) {
        if (typed.isEmpty()) {
            return;
        }
        var schedule = CriticalPath.of(network);
        for (var line : typed) {
            var start = Objects.requireNonNull(line.typed());
            if (schedule.startOf(line.number()).isBefore(start)) {
                pins.put(line.number(), start);
                network = network.with(network.describe(line.number()).constraint(ConstraintType.SNET, start));
                schedule = schedule.replan(network);
            }
        }
    }
}
