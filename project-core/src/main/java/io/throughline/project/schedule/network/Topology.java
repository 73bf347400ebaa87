package io.throughline.project.schedule.network;

import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The order in which a pass visits the network.
 *
 * <p><b>Method.</b> A leaf is one step. A summary is two: its opening, after everything linked into it and before its
 * parts, and its closing, after its parts and before everything linked out of it. So a circle through the hierarchy is
 * an ordinary circle. Steps are ordered by Kahn's algorithm with a stack, which follows chains to their end and so keeps
 * neighbours in memory together; linear, without recursion.
 *
 * <p>Step {@code i < size} is leaf {@code i} or the opening of summary {@code i}; step {@code size + i} its closing.
 */
final class Topology {

    final int[] order;
    /** Where a step stands in the order. */
    final int[] position;

    private final int size;
    private final Hierarchy tree;
    private final LinkTable links;

    /** @throws InvalidNetworkException CYCLIC_LINKS, LINK_WITHIN_SUMMARY */
    Topology(Hierarchy tree, LinkTable links, long[] ids) {
        this.size = ids.length;
        this.tree = tree;
        this.links = links;
        refuseLinksWithin(ids);
        var waiting = new int[2 * size];
        int steps = size;
        for (int i = 0; i < size; i++) {
            waiting[i] = links.in[i + 1] - links.in[i] + (tree.parent[i] == Hierarchy.TOP ? 0 : 1);
            waiting[size + i] = tree.first[i + 1] - tree.first[i];
            steps += tree.isSummary(i) ? 1 : 0;
        }
        order = sorted(waiting, steps);
        if (order.length < steps) {
            throw new InvalidNetworkException(Problem.CYCLIC_LINKS, circle(waiting, ids));
        }
        position = new int[2 * size];
        for (int k = 0; k < order.length; k++) {
            position[order[k]] = k;
        }
    }

    private void refuseLinksWithin(long[] ids) {
        for (int k = 0; k < links.size; k++) {
            int from = links.predecessor[k];
            int to = links.successor[k];
            if (from == to || !tree.flat && (tree.covers(from, to) || tree.covers(to, from))) {
                throw new InvalidNetworkException(Problem.LINK_WITHIN_SUMMARY, List.of(ids[from], ids[to]));
            }
        }
    }

    private int[] sorted(int[] waiting, int steps) {
        var sorted = new int[steps];
        var stack = new int[steps];
        int top = 0;
        for (int i = size - 1; i >= 0; i--) {
            if (waiting[i] == 0) {
                stack[top++] = i;
            }
        }
        int done = 0;
        while (top > 0) {
            int step = stack[--top];
            sorted[done++] = step;
            int i = step % size;
            if (step < size && tree.isSummary(i)) {
                for (int k = tree.first[i + 1] - 1; k >= tree.first[i]; k--) {
                    top = release(tree.child[k], waiting, stack, top);
                }
                continue;
            }
            if (tree.parent[i] != Hierarchy.TOP) {
                top = release(size + tree.parent[i], waiting, stack, top);
            }
            for (int k = links.outOf[i + 1] - 1; k >= links.outOf[i]; k--) {
                top = release(links.successor[links.out[k]], waiting, stack, top);
            }
        }
        return done == steps ? sorted : java.util.Arrays.copyOf(sorted, done);
    }

    private static int release(int step, int[] waiting, int[] stack, int top) {
        if (--waiting[step] > 0) {
            return top;
        }
        stack[top] = step;
        return top + 1;
    }

    /** Steps that still wait have a step before them that waits too; going back along those must run into a circle. */
    private List<Long> circle(int[] waiting, long[] ids) {
        int at = 0;
        while (waiting[at] == 0) {
            at++;
        }
        var seen = new int[2 * size];
        var way = new ArrayList<Integer>();
        while (seen[at] == 0) {
            way.add(at);
            seen[at] = way.size();
            at = waitingBefore(at, waiting);
        }
        var circle = new ArrayList<>(way.subList(seen[at] - 1, way.size()));
        Collections.reverse(circle);
        var members = new ArrayList<Long>();
        for (int step : circle) {
            long id = ids[step % size];
            if (members.isEmpty() || members.get(members.size() - 1) != id) {
                members.add(id);
            }
        }
        if (members.size() > 1 && members.get(0).equals(members.get(members.size() - 1))) {
            members.remove(members.size() - 1);
        }
        return members;
    }

    private int waitingBefore(int step, int[] waiting) {
        int i = step % size;
        if (step >= size) {
            for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
                int end = end(tree.child[k]);
                if (waiting[end] > 0) {
                    return end;
                }
            }
        }
        for (int k = links.in[i]; step < size && k < links.in[i + 1]; k++) {
            int end = end(links.predecessor[k]);
            if (waiting[end] > 0) {
                return end;
            }
        }
        return tree.parent[i];
    }

    /** The step after which a task's dates are known. */
    int end(int i) {
        return tree.isSummary(i) ? size + i : i;
    }
}
