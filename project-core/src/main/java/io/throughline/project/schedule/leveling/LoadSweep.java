package io.throughline.project.schedule.leveling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds when more is needed of one resource than there is: every stretch in which it is needed is a rise at its start and
 * a fall at its end; the sum of rises and falls in order of time is the load.
 *
 * <p>Example, 10 000 available: 6 000 from 8 to 12 and 5 000 from 10 to 14 make a peak of 11 000 from 10 to 12.
 */
public final class LoadSweep {

    private record Edge(long time, int units, @Nullable Long id) {}

    private final List<Edge> edges = new ArrayList<>();

    /**
     * A stretch in which more is needed than there is.
     *
     * @param units the most that is needed at a time
     * @param ids what needs it, ascending; what has no id is left out
     */
    public record Peak(long from, long to, int units, List<Long> ids) {}

    /**
     * What there is of a resource, with room for rounding: units that follow from work and duration are known to a
     * ten-thousandth each, so three thirds may add up to 1.0001. A thousandth of a day is half a minute.
     */
    public static int withRounding(int capacity) {
        return capacity + capacity / 1000;
    }

    /** Needed from {@code from} until before {@code to}, in any unit of time; nothing where that is empty. */
    public void add(long from, long to, int units, @Nullable Long id) {
        if (from < to && units > 0) {
            edges.add(new Edge(from, units, id));
            edges.add(new Edge(to, -units, id));
        }
    }

    /** In order of time; peaks that meet are one. */
    public List<Peak> over(int capacity) {
        edges.sort((a, b) -> Long.compare(a.time, b.time));
        var found = new ArrayList<Peak>();
        Map<Long, Integer> present = new HashMap<>();
        var ids = new TreeSet<Long>();
        long load = 0;
        long most = 0;
        long since = Long.MIN_VALUE;
        for (int k = 0; k < edges.size(); ) {
            long time = edges.get(k).time;
            for (; k < edges.size() && edges.get(k).time == time; k++) {
                var edge = edges.get(k);
                load += edge.units;
                if (edge.id != null) {
                    present.merge(edge.id, edge.units > 0 ? 1 : -1, LoadSweep::rest);
                }
            }
            if (load > capacity) {
                since = since == Long.MIN_VALUE ? time : since;
                most = Math.max(most, load);
                ids.addAll(present.keySet());
            } else if (since != Long.MIN_VALUE) {
                found.add(new Peak(since, time, (int) most, List.copyOf(ids)));
                since = Long.MIN_VALUE;
                most = 0;
                ids.clear();
            }
        }
        return found;
    }

    /** An end may come before the start of the same moment. */
    private static @Nullable Integer rest(Integer a, Integer b) {
        int both = a + b;
        return Objects.equals(both, 0) ? null : Integer.valueOf(both);
    }
}
