package io.throughline.project.schedule.simulation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** The finishes that the trials came to, in order of time; local date-times of the project. */
public final class Spread {

    private final long[] seconds;

    /** @param finishes in any order and measure; {@code second} makes local seconds of them and keeps their order */
    Spread(long[] finishes, LongUnaryOperator second) {
        seconds = finishes.clone();
        Arrays.sort(seconds);
        for (int k = 0; k < seconds.length; k++) {
            seconds[k] = second.applyAsLong(seconds[k]);
        }
    }

    public int trials() {
        return seconds.length;
    }

    /**
     * The finish that so many percent of the trials kept: the one of rank {@code ⌈p·n⌉}.
     *
     * @param percent 1 to 100
     */
    public LocalDateTime p(int percent) {
        int rank = (int) (((long) percent * seconds.length + 99) / 100);
        return local(seconds[Math.max(1, rank) - 1]);
    }

    /** Share of the trials, 0 to 1, that were done by then: a point of the S-curve. */
    public double shareBy(LocalDateTime time) {
        long limit = time.toEpochSecond(ZoneOffset.UTC);
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / seconds.length;
    }

    public LocalDateTime earliest() {
        return local(seconds[0]);
    }

    public LocalDateTime latest() {
        return local(seconds[seconds.length - 1]);
    }

    /** By the clock, to the second. */
    public LocalDateTime mean() {
        return local(seconds[0] + Math.round(meanAfterFirst()));
    }

    /** By the clock. */
    public Duration standardDeviation() {
        double mean = meanAfterFirst();
        double squares = 0;
        for (long one : seconds) {
            double off = one - seconds[0] - mean;
            squares += off * off;
        }
        return Duration.ofSeconds(Math.round(Math.sqrt(squares / seconds.length)));
    }

    private double meanAfterFirst() {
        double sum = 0;
        for (long one : seconds) {
            sum += one - seconds[0];
        }
        return sum / seconds.length;
    }

    /**
     * How many trials ended in each of so many equal stretches of time.
     *
     * @return fewer where all ended in less than as many seconds
     */
    public List<Bin> histogram(int most) {
        long first = seconds[0];
        long span = seconds[seconds.length - 1] - first + 1;
        int bins = (int) Math.max(1, Math.min(most, span));
        var counts = new int[bins];
        for (long one : seconds) {
            counts[(int) ((one - first) * bins / span)]++;
        }
        var histogram = new ArrayList<Bin>();
        for (int k = 0; k < bins; k++) {
            histogram.add(new Bin(local(first + k * span / bins), local(first + (k + 1) * span / bins), counts[k]));
        }
        return histogram;
    }

    /** @param to not included */
    public record Bin(LocalDateTime from, LocalDateTime to, int trials) {}

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
