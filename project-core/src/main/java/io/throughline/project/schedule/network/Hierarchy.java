package io.throughline.project.schedule.network;

import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.util.ArrayList;

/** Who is above whom. The parts of {@code i} are {@code child[k]} for {@code k} from {@code first[i]} to {@code first[i + 1] − 1}. */
final class Hierarchy {

    static final int TOP = -1;

    final int[] parent;
    final int[] first;
    final int[] child;
    final boolean flat;

    /**
     * @param parent {@link #TOP} where there is none
     * @throws InvalidNetworkException CYCLIC_HIERARCHY
     */
    Hierarchy(int[] parent, long[] ids) {
        this.parent = parent;
        int size = parent.length;
        first = new int[size + 1];
        int children = 0;
        for (int above : parent) {
            if (above != TOP) {
                first[above + 1]++;
                children++;
            }
        }
        for (int i = 0; i < size; i++) {
            first[i + 1] += first[i];
        }
        child = new int[children];
        flat = children == 0;
        var next = first.clone();
        for (int i = 0; i < size; i++) {
            if (parent[i] != TOP) {
                child[next[parent[i]]++] = i;
            }
        }
        refuseCycles(ids);
    }

    boolean isSummary(int i) {
        return first[i] != first[i + 1];
    }

    /** Whether {@code upper} is {@code lower} or above it. */
    boolean covers(int upper, int lower) {
        int at = lower;
        while (at != TOP && at != upper) {
            at = parent[at];
        }
        return at == upper;
    }

    private void refuseCycles(long[] ids) {
        var round = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            int at = i;
            while (at != TOP && round[at] == 0) {
                round[at] = i + 1;
                at = parent[at];
            }
            if (at != TOP && round[at] == i + 1) {
                var members = new ArrayList<Long>();
                for (int k = at; members.isEmpty() || k != at; k = parent[k]) {
                    members.add(ids[k]);
                }
                throw new InvalidNetworkException(Problem.CYCLIC_HIERARCHY, members);
            }
        }
    }
}
