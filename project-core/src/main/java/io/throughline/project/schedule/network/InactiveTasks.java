package io.throughline.project.schedule.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Takes tasks that are switched off out of the way of the others before a network is made: they leave the summaries above
 * them, whose links they keep as their own, and links out of them are dropped.
 */
final class InactiveTasks {

    private final int[] parent;
    private final boolean[] inactive;

    /** @param inactive filled here, also for what lies below inactive summaries */
    InactiveTasks(List<TaskDraft> drafts, int[] parent, boolean[] inactive) {
        this.parent = parent;
        this.inactive = inactive;
        for (int i = 0; i < parent.length; i++) {
            for (int at = i; at != Hierarchy.TOP && !inactive[i]; at = parent[at]) {
                inactive[i] = drafts.get(at).inactive;
            }
        }
    }

    int[] parents() {
        var kept = parent.clone();
        for (int i = 0; i < kept.length; i++) {
            if (isCut(i)) {
                kept[i] = Hierarchy.TOP;
            }
        }
        return kept;
    }

    private boolean isCut(int i) {
        return inactive[i] && parent[i] != Hierarchy.TOP && !inactive[parent[i]];
    }

    List<Link> links(List<Link> links, ToIntFunction<Long> index, long[] ids) {
        var kept = new ArrayList<Link>();
        for (var link : links) {
            if (!inactive[index.applyAsInt(link.predecessor())] || inactive[index.applyAsInt(link.successor())]) {
                kept.add(link);
            }
        }
        var into = new HashMap<Long, List<Link>>();
        kept.forEach(link ->
                into.computeIfAbsent(link.successor(), key -> new ArrayList<>()).add(link));
        for (int i = 0; i < parent.length; i++) {
            for (int above = isCut(i) ? parent[i] : Hierarchy.TOP; above != Hierarchy.TOP; above = parent[above]) {
                for (var link : into.getOrDefault(ids[above], List.of())) {
                    kept.add(new Link(link.predecessor(), ids[i], link.type(), link.lag()));
                }
            }
        }
        return kept;
    }
}
