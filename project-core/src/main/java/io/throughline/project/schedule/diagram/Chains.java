package io.throughline.project.schedule.diagram;

import io.throughline.project.schedule.diagram.RailLayout.Edge;
import io.throughline.project.schedule.diagram.RailLayout.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A graph cut into chains, each to be drawn straight; see {@link RailLayout}. */
final class Chains {

    private static final int NONE = -1;

    private final Graph graph;
    private final int[] rank;
    /** The main chain first, the others by their first rank, long ones before short ones. */
    private final List<List<Integer>> chains = new ArrayList<>();

    private final int[] chainOf;

    private Chains(Graph graph, int[] rank) {
        this.graph = graph;
        this.rank = rank;
        this.chainOf = new int[graph.nodes];
    }

    static Chains of(Graph graph, int[] rank) {
        var made = new Chains(graph, rank);
        made.cut();
        return made;
    }

    private void cut() {
        var main = main();
        var isMain = new boolean[graph.nodes];
        var next = new int[graph.nodes];
        Arrays.fill(next, NONE);
        var continued = new boolean[graph.nodes];
        for (int i = 0; i < main.size(); i++) {
            isMain[main.get(i)] = true;
            if (i > 0) {
                next[main.get(i - 1)] = main.get(i);
                continued[main.get(i)] = true;
            }
        }
        var length = lengths();
        for (int node : graph.order) {
            int before = pulling(node);
            if (before == NONE || continued[node]) {
                continue;
            }
            int rival = next[before];
            if (rival != NONE && (isMain[rival] && isMain[before] || length[node] <= length[rival])) {
                continue;
            }
            if (rival != NONE) {
                continued[rival] = false;
            }
            next[before] = node;
            continued[node] = true;
        }
        collect(next, continued, isMain);
    }

    private void collect(int[] next, boolean[] continued, boolean[] isMain) {
        for (int node : graph.order) {
            if (continued[node] || graph.isAlone(node)) {
                continue;
            }
            var chain = new ArrayList<Integer>();
            for (int at = node; at != NONE; at = next[at]) {
                chain.add(at);
            }
            chains.add(chain);
        }
        chains.sort(
                Comparator.<List<Integer>>comparingInt(chain -> chain.stream().anyMatch(node -> isMain[node]) ? 0 : 1)
                        .thenComparingInt(chain -> rank[chain.get(0)])
                        .thenComparingInt(chain -> -chain.size()));
        for (int i = 0; i < chains.size(); i++) {
            for (int node : chains.get(i)) {
                chainOf[node] = i;
            }
        }
    }

    /** The longest way along main edges. */
    private List<Integer> main() {
        var steps = new int[graph.nodes];
        var back = new int[graph.nodes];
        Arrays.fill(back, NONE);
        int end = NONE;
        for (int node : graph.order) {
            for (int k = graph.inOf[node]; k < graph.inOf[node + 1]; k++) {
                var edge = graph.in(k);
                if (edge.main() && steps[edge.from()] + 1 > steps[node]) {
                    steps[node] = steps[edge.from()] + 1;
                    back[node] = edge.from();
                }
            }
            if (steps[node] > 0 && (end == NONE || steps[node] > steps[end])) {
                end = node;
            }
        }
        var main = new ArrayList<Integer>();
        for (int at = end; at != NONE; at = back[at]) {
            main.add(at);
        }
        Collections.reverse(main);
        return main;
    }

    /** How many nodes may still follow. */
    private int[] lengths() {
        var length = new int[graph.nodes];
        for (int i = graph.nodes - 1; i >= 0; i--) {
            int node = graph.order[i];
            for (int k = graph.outOf[node]; k < graph.outOf[node + 1]; k++) {
                length[node] = Math.max(length[node], length[graph.out(k).to()] + 1);
            }
        }
        return length;
    }

    private int pulling(int node) {
        Edge most = null;
        for (int k = graph.inOf[node]; k < graph.inOf[node + 1]; k++) {
            var edge = graph.in(k);
            if (most == null
                    || edge.main() && !most.main()
                    || edge.main() == most.main() && edge.pull() > most.pull()) {
                most = edge;
            }
        }
        return most == null ? NONE : most.from();
    }

    /**
     * A lane for each node, from 0.
     *
     * @param known where they lay the round before; null in the first
     */
    int[] lanes(int @Nullable [] known) {
        int middle = chains.size();
        var free = new int[2 * middle + 1];
        Arrays.fill(free, -1);
        var lane = new int[graph.nodes];
        var placed = new boolean[graph.nodes];
        int top = middle;
        for (var chain : chains) {
            int first = rank[chain.get(0)];
            int wanted = wanted(chain, lane, placed, known, middle);
            int found = nearest(free, wanted, first);
            free[found] = rank[chain.get(chain.size() - 1)];
            top = Math.min(top, found);
            for (int node : chain) {
                lane[node] = found;
                placed[node] = true;
            }
        }
        for (int node = 0; node < lane.length; node++) {
            lane[node] = placed[node] ? lane[node] - top : 0;
        }
        return lane;
    }

    private static int nearest(int[] free, int wanted, int first) {
        for (int step = 0; step < 2 * free.length; step++) {
            int at = wanted + (step % 2 == 0 ? -step / 2 : (step + 1) / 2);
            if (at >= 0 && at < free.length && free[at] < first) {
                return at;
            }
        }
        throw new IllegalStateException("as many lanes as chains are enough");
    }

    /** The mean lane of what the chain is tied to. */
    private int wanted(List<Integer> chain, int[] lane, boolean[] placed, int @Nullable [] known, int middle) {
        int shift = known == null || chains.isEmpty()
                ? 0
                : middle - known[chains.get(0).get(0)];
        long sum = 0;
        int count = 0;
        for (int node : chain) {
            for (int k = graph.inOf[node]; k < graph.inOf[node + 1]; k++) {
                int other = graph.in(k).from();
                if (placed[other]) {
                    sum += lane[other];
                    count++;
                }
            }
            for (int k = graph.outOf[node]; k < graph.outOf[node + 1]; k++) {
                int other = graph.out(k).to();
                if (chainOf[other] != chainOf[node] && (placed[other] || known != null)) {
                    sum += placed[other] || known == null ? lane[other] : known[other] + shift;
                    count++;
                }
            }
        }
        return count == 0 ? middle : (int) Math.round((double) sum / count);
    }
}
