package io.throughline.project.schedule.network;

import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The links, sorted by successor so that those into task {@code i} are {@code in[i] … in[i + 1] − 1}; those out of it are
 * {@code out[k]} for {@code k} from {@code outOf[i]} to {@code outOf[i + 1] − 1}. Both keep the caller's order.
 */
final class LinkTable {

    private static final DependencyType[] TYPES = DependencyType.values();
    private static final Lag.Unit[] UNITS = Lag.Unit.values();

    final int size;
    final int[] predecessor;
    final int[] successor;
    final byte[] type;
    final byte[] unit;
    /** Seconds, or hundredths of a percent. */
    final long[] lag;

    final int[] in;
    final int[] outOf;
    final int[] out;

    /**
     * @param index place of a task by its id
     * @throws InvalidNetworkException UNKNOWN_TASK, IMPOSSIBLE_AMOUNT
     */
    LinkTable(List<Link> links, int tasks, ToIntFunction<Long> index) {
        size = links.size();
        predecessor = new int[size];
        successor = new int[size];
        type = new byte[size];
        unit = new byte[size];
        lag = new long[size];
        in = new int[tasks + 1];
        outOf = new int[tasks + 1];
        out = new int[size];
        var from = new int[size];
        var to = new int[size];
        for (int k = 0; k < size; k++) {
            from[k] = index.applyAsInt(links.get(k).predecessor());
            to[k] = index.applyAsInt(links.get(k).successor());
            in[to[k] + 1]++;
            outOf[from[k] + 1]++;
        }
        for (int i = 0; i < tasks; i++) {
            in[i + 1] += in[i];
            outOf[i + 1] += outOf[i];
        }
        var next = in.clone();
        for (int k = 0; k < size; k++) {
            put(next[to[k]]++, from[k], to[k], links.get(k));
        }
        next = outOf.clone();
        for (int k = 0; k < size; k++) {
            out[next[predecessor[k]]++] = k;
        }
    }

    private void put(int k, int from, int to, Link link) {
        predecessor[k] = from;
        successor[k] = to;
        type[k] = (byte) link.type().ordinal();
        unit[k] = (byte) link.lag().unit().ordinal();
        boolean percent = link.lag().unit().isPercent();
        if (Math.abs(link.lag().amount()) > (percent ? 10_000_000L : 1000L * 366 * 1440)) {
            throw new InvalidNetworkException(Problem.IMPOSSIBLE_AMOUNT, List.of(link.predecessor(), link.successor()));
        }
        lag[k] = percent ? link.lag().amount() : link.lag().amount() * Seconds.MINUTE;
    }

    DependencyType type(int k) {
        return TYPES[type[k]];
    }

    Lag.Unit unit(int k) {
        return UNITS[unit[k]];
    }

    /** As the caller said it. */
    Link link(int k, long[] ids) {
        long amount = unit(k).isPercent() ? lag[k] : lag[k] / Seconds.MINUTE;
        return new Link(ids[predecessor[k]], ids[successor[k]], type(k), new Lag(unit(k), amount));
    }
}
