package io.throughline.project.schedule;

import io.throughline.project.schedule.Schedules.Computed;
import io.throughline.project.schedule.network.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays plans out as diagrams. Of large ones the last few are kept, as long as the plan's schedule and outline are the same,
 * so that who looks over a large diagram part by part waits for it once.
 */
@Component
class NetworkLayouts {

    private static final int LARGE = 500;
    private static final int MOST_NODES = 40_000;

    /** The last one used comes last. */
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(Schedule schedule, List<OutlineLine> lines, boolean critical, NetworkLaid laid) {

        boolean isOf(Schedule other, List<OutlineLine> otherLines, boolean onlyCritical) {
            return schedule == other && critical == onlyCritical && lines.equals(otherLines);
        }
    }

    NetworkLaid of(Computed computed, OutlineSkeleton skeleton, NetworkView view) {
        if (view.of() != null || skeleton.size() < LARGE) {
            return laid(computed, skeleton, view);
        }
        var known = known(computed.schedule(), skeleton.all(), view.critical());
        if (known != null) {
            return known;
        }
        var laid = laid(computed, skeleton, view);
        keep(new Kept(computed.schedule(), skeleton.all(), view.critical(), laid));
        return laid;
    }

    private static NetworkLaid laid(Computed computed, OutlineSkeleton skeleton, NetworkView view) {
        var graph = NetworkNodes.of(computed, skeleton);
        var near = new boolean[graph.nodes().size()];
        Arrays.fill(near, true);
        var wanted = view.of() == null ? near : graph.around(view.of(), view.steps());
        for (int i = 0; i < wanted.length && view.critical(); i++) {
            wanted[i] &= graph.nodes().get(i).critical();
        }
        return NetworkLaid.of(graph, computed.schedule(), wanted);
    }

    private @Nullable NetworkLaid known(Schedule schedule, List<OutlineLine> lines, boolean critical) {
        synchronized (kept) {
            for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
                var one = each.next();
                if (one.isOf(schedule, lines, critical)) {
                    each.remove();
                    kept.add(one);
                    return one.laid();
                }
            }
        }
        return null;
    }

    private void keep(Kept fresh) {
        synchronized (kept) {
            kept.add(fresh);
            int nodes = kept.stream().mapToInt(one -> one.lines().size()).sum();
            while (nodes > MOST_NODES && !kept.isEmpty()) {
                nodes -= kept.remove(0).lines().size();
            }
        }
    }
}
