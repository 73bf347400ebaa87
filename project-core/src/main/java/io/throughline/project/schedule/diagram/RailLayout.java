package io.throughline.project.schedule.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places the nodes of a graph without circles on a grid: columns (ranks) from left to right, rows (lanes) from top to
 * bottom, so that every edge runs to the right.
 *
 * <p><b>Method.</b> The rank of a node is the longest way to it; what nothing leads to stands right before what it leads
 * to. The nodes are cut into chains: each node continues the chain of the predecessor that pulls it most, if no other does;
 * a chain lies in one lane, so that it is drawn straight, and keeps it from its first to its last rank. The longest chain of
 * main edges (a plan's critical path) is first and has a lane of its own; the others follow from left to right, each in
 * the free lane nearest to the mean of what it is tied to. That is done several times, as where a chain lies moves what is
 * tied to it, and the round with the shortest edges is kept. Nodes without edges stand in rows below. Linear in nodes and
 * edges, but for the search of a free lane, which is as long as there are chains side by side.
 *
 * <p>Example: edges 0→1→2, 0→3→2 with 0→1→2 main: ranks 0, 1, 2, 1; nodes 0, 1, 2 in one lane, 3 in the next.
 */
public final class RailLayout {

    private static final int ROUNDS = 4;
    private static final int GRID = 6;

    private final Graph graph;
    private final int[] rank;
    private final int[] lane;
    private final Map<Integer, BitSet> taken = new HashMap<>();
    private final int ranks;
    private final int lanes;

    /**
     * @param main whether it is part of what decides the end
     * @param pull the more, the rather the two are in one lane; main edges come before all others
     */
    public record Edge(int from, int to, boolean main, long pull) {}

    /** How an arrow gets from one node to another without running through a third. */
    public enum Way {
        /** Nothing lies between. */
        STRAIGHT,
        /** On in the lane it comes from, then over. */
        ALONG_FROM,
        /** Over first, then on in the lane it goes to. */
        ALONG_TO,
        /** Over, on between the lanes, and over again. */
        BETWEEN
    }

    private RailLayout(Graph graph, int[] rank, int[] lane) {
        this.graph = graph;
        this.rank = rank;
        this.lane = lane;
        this.ranks = Arrays.stream(rank).max().orElse(-1) + 1;
        this.lanes = Arrays.stream(lane).max().orElse(-1) + 1;
        for (int i = 0; i < rank.length; i++) {
            taken.computeIfAbsent(lane[i], key -> new BitSet()).set(rank[i]);
        }
    }

    /**
     * @param nodes how many there are; edges name them from 0
     * @throws IllegalArgumentException for a circle
     */
    public static RailLayout of(int nodes, List<Edge> edges) {
        var graph = new Graph(nodes, edges);
        var rank = ranks(graph);
        var chains = Chains.of(graph, rank);
        var best = new int[nodes];
        long shortest = Long.MAX_VALUE;
        int[] known = null;
        for (int round = 0; round < ROUNDS; round++) {
            var lane = chains.lanes(known);
            long length = length(graph, lane);
            if (length < shortest) {
                shortest = length;
                best = lane;
            }
            known = lane;
        }
        apart(graph, rank, best);
        return new RailLayout(graph, rank, best);
    }

    public int rank(int node) {
        return rank[node];
    }

    public int lane(int node) {
        return lane[node];
    }

    public int ranks() {
        return ranks;
    }

    public int lanes() {
        return lanes;
    }

    /** Of an edge between the two. */
    public Way way(int from, int to) {
        if (isFree(lane[from], rank[from], rank[to])) {
            return lane[from] == lane[to] ? Way.STRAIGHT : Way.ALONG_FROM;
        }
        return lane[from] != lane[to] && isFree(lane[to], rank[from], rank[to]) ? Way.ALONG_TO : Way.BETWEEN;
    }

    /** Sum of the lanes that edges cross; the less, the calmer the picture. */
    public long bends() {
        return length(graph, lane);
    }

    private boolean isFree(int row, int left, int right) {
        var inRow = taken.get(row);
        int next = inRow == null ? -1 : inRow.nextSetBit(left + 1);
        return next < 0 || next >= right;
    }

    private static long length(Graph graph, int[] lane) {
        long sum = 0;
        for (var edge : graph.edges) {
            sum += Math.abs(lane[edge.from()] - lane[edge.to()]);
        }
        return sum;
    }

    private static int[] ranks(Graph graph) {
        var rank = new int[graph.nodes];
        for (int node : graph.order) {
            for (int k = graph.outOf[node]; k < graph.outOf[node + 1]; k++) {
                int to = graph.out(k).to();
                rank[to] = Math.max(rank[to], rank[node] + 1);
            }
        }
        for (int node = 0; node < graph.nodes; node++) {
            if (graph.isFirst(node) && !graph.isAlone(node)) {
                int nearest = Integer.MAX_VALUE;
                for (int k = graph.outOf[node]; k < graph.outOf[node + 1]; k++) {
                    nearest = Math.min(nearest, rank[graph.out(k).to()]);
                }
                rank[node] = nearest - 1;
            }
        }
        return rank;
    }

    /** What has no edges stands below all else. */
    private static void apart(Graph graph, int[] rank, int[] lane) {
        var alone = new ArrayList<Integer>();
        int columns = GRID;
        int below = 0;
        for (int node = 0; node < graph.nodes; node++) {
            if (graph.isAlone(node)) {
                alone.add(node);
            } else {
                columns = Math.max(columns, rank[node] + 1);
                below = Math.max(below, lane[node] + 1);
            }
        }
        for (int i = 0; i < alone.size(); i++) {
            rank[alone.get(i)] = i % columns;
            lane[alone.get(i)] = below + i / columns;
        }
    }

    /** Edges by their start, and the nodes in an order in which edges run onward. */
    static final class Graph {

        final int nodes;
        final List<Edge> edges;
        final int[] outOf;
        final int[] inOf;
        final int[] order;
        private final Edge[] out;
        private final Edge[] in;

        Graph(int nodes, List<Edge> edges) {
            this.nodes = nodes;
            this.edges = edges;
            out = edges.stream().sorted(Comparator.comparingInt(Edge::from)).toArray(Edge[]::new);
            in = edges.stream().sorted(Comparator.comparingInt(Edge::to)).toArray(Edge[]::new);
            outOf = new int[nodes + 1];
            inOf = new int[nodes + 1];
            for (var edge : edges) {
                outOf[edge.from() + 1]++;
                inOf[edge.to() + 1]++;
            }
            for (int i = 0; i < nodes; i++) {
                outOf[i + 1] += outOf[i];
                inOf[i + 1] += inOf[i];
            }
            order = sorted();
        }

        Edge out(int k) {
            return out[k];
        }

        Edge in(int k) {
            return in[k];
        }

        boolean isFirst(int node) {
            return inOf[node] == inOf[node + 1];
        }

        boolean isAlone(int node) {
            return isFirst(node) && outOf[node] == outOf[node + 1];
        }

        private int[] sorted() {
            var sorted = new int[nodes];
            var waiting = new int[nodes];
            int count = 0;
            for (int i = 0; i < nodes; i++) {
                waiting[i] = inOf[i + 1] - inOf[i];
                if (waiting[i] == 0) {
                    sorted[count++] = i;
                }
            }
            for (int done = 0; done < count; done++) {
                int node = sorted[done];
                for (int k = outOf[node]; k < outOf[node + 1]; k++) {
                    if (--waiting[out[k].to()] == 0) {
                        sorted[count++] = out[k].to();
                    }
                }
            }
            if (count < nodes) {
                throw new IllegalArgumentException("the edges go round in a circle");
            }
            return sorted;
        }
    }
}
