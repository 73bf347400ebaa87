package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;

/**
 * A network all of whose amounts are counted on the same hours, as plain numbers: times are working seconds since the
 * project start, arc {@code k} says {@code start(to[k]) ≥ start(from[k]) + lag[k]}. Steps as in {@link Placement}.
 *
 * <pre>
 *   FS  lag + duration of predecessor      FF  lag + duration of predecessor − duration of successor
 *   SS  lag                                SF  lag − duration of successor
 * </pre>
 *
 * @param length 0 for steps of summaries and milestones
 * @param release no earlier than
 * @param from arcs are sorted by {@code to}
 * @param fromFinish whether the length of {@code from} is part of the lag
 * @param toFinish whether the length of {@code to} is taken off the lag
 */
public record OneClock(
        LocalHours hours,
        long origin,
        long[] length,
        long[] release,
        int[] from,
        int[] to,
        long[] lag,
        boolean[] fromFinish,
        boolean[] toFinish) {

    /** The arcs into step {@code i} are those from {@code entries[i]} to {@code entries[i + 1] − 1}. */
    public int[] entries() {
        var entries = new int[length.length + 1];
        for (int one : to) {
            entries[one + 1]++;
        }
        for (int i = 0; i < length.length; i++) {
            entries[i + 1] += entries[i];
        }
        return entries;
    }

    /** The local second at which so much working time since the project start is over. */
    public long closing(long working) {
        return working <= 0 ? hours.add(hours.secondAt(origin), 0) : hours.secondAt(origin + working - 1) + 1;
    }

    /** Working seconds from the project start to a local second. */
    public long at(long second) {
        return hours.worked(second) - origin;
    }
}
