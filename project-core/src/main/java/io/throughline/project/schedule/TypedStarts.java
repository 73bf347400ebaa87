package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.StoredPlan.Line;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.StartPins;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Keeps the dates of a plan that people typed before anything computed them: a start that links and the project start do
 * not explain becomes "start no earlier than" (scheduling rules, mode).
 */
final class TypedStarts {

    private TypedStarts() {}

    /** The plan with the pins it needs, in its network and beside it. */
    static StoredPlan kept(Network network, List<Line> tasks, Map<Long, LocalHours> calendars) {
        var typed = tasks.stream()
                .filter(line -> line.typed() != null)
                .collect(Collectors.toMap(line -> (long) line.number(), line -> Objects.requireNonNull(line.typed())));
        var kept = StartPins.of(network, typed);
        var pins = kept.pins().entrySet().stream()
                .collect(Collectors.toMap(pin -> pin.getKey().intValue(), Map.Entry::getValue));
        return new StoredPlan(kept.network(), tasks, calendars, pins);
    }
}
