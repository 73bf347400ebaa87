package io.throughline.project.schedule.planfile;

import java.util.Arrays;

/** Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion: which points of a graph lie on circles together. */
final class StrongComponents {
    private final int[][] next;
    private final int[] degree;
    private final int[] order;
    private final int[] low;
    private final int[] component;
    private final int[] stack;
    private final int[] path;
    private final int[] edge;
    private int stacked;
    private int visited;
    private int components;

    /** @param next successors by point, of which the first {@code degree[point]} count; null for none */
    StrongComponents(int[][] next, int[] degree) {
        this.next = next;
        this.degree = degree;
        int n = next.length;
        order = new int[n];
        low = new int[n];
        component = new int[n];
        stack = new int[n];
        path = new int[n];
        edge = new int[n];
        Arrays.fill(component, -1);
    }

    /** @return the component's number of each point; equal numbers lie on a circle together */
    int[] find() {
        for (int point = 0; point < next.length; point++) {
            if (order[point] == 0) {
                walk(point);
            }
        }
        return component;
    }

    private void walk(int root) {
        int depth = 0;
        enter(root);
        path[0] = root;
        while (depth >= 0) {
            int point = path[depth];
            if (edge[point] < degree[point]) {
                int to = next[point][edge[point]++];
                if (order[to] == 0) {
                    enter(to);
                    path[++depth] = to;
                } else if (component[to] < 0) {
                    low[point] = Math.min(low[point], order[to]);
                }
            } else {
                leave(point);
                if (--depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[point]);
                }
            }
        }
    }

    private void enter(int point) {
        order[point] = low[point] = ++visited;
        stack[stacked++] = point;
    }

    private void leave(int point) {
        if (low[point] != order[point]) {
            return;
        }
        int member;
        do {
            member = stack[--stacked];
            component[member] = components;
        } while (member != point);
        components++;
    }
}
