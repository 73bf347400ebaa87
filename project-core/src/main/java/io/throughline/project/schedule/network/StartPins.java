package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps starts that somebody wrote down: a task that its links, its calendar and the project start would put earlier
 * starts no earlier than that.
 *
 * <p><b>Method.</b> One forward pass, in plans from their start. Each task is placed behind its predecessors, which have
 * their pins already; where it comes to lie before its written start, it is pinned and placed again. So what follows a
 * pinned task by a link needs no pin. Linear.
 *
 * <p><b>Example.</b> A written down for Wednesday, B linked after it and written down for the day A ends: A is pinned, B
 * is not.
 *
 * @param network the plan with its pins
 * @param pins "start no earlier than" by task id
 */
public record StartPins(Network network, Map<Long, LocalDateTime> pins) {

    /**
     * @param starts as written down, by task id; of tasks as soon as possible that have not begun
     * @throws InvalidNetworkException NEVER_OPENS, UNKNOWN_TASK
     */
    public static StartPins of(Network network, Map<Long, LocalDateTime> starts) {
        var written = new long[network.size()];
        Arrays.fill(written, Seconds.NONE);
        starts.forEach((id, start) -> written[network.indexOf(id)] = Seconds.of(start));
        var pinned = network.copy();
        var dates = new Dates(pinned);
        dates.projectStart = Seconds.of(network.frame.anchor());
        var pass = new ForwardPass(pinned, new TaskClock(pinned), dates, dates.projectStart, false);
        var pins = new TreeMap<Long, LocalDateTime>();
        for (int step : pinned.topology.order) {
            pass.visit(step);
            if (step < written.length && written[step] != Seconds.NONE && dates.earlyStart[step] < written[step]) {
                pinned.tasks.constraint[step] = ConstraintType.SNET;
                pinned.tasks.constraintDate[step] = written[step];
                pins.put(pinned.tasks.id[step], Seconds.local(written[step]));
                pass.visit(step);
            }
        }
        return new StartPins(pinned, pins);
    }
}
