package io.throughline.bench;

import java.util.Arrays;

/**
 * One scenario at one concurrency for one round.
 *
 * @param nanos of each answer, sorted
 * @param cpuMillis processor time of the JVM per request
 * @param databaseMillis processor time of the database per request
 * @param allocatedKib memory the request's threads took, per request; most of it is garbage at once
 */
record Result(
        String scenario,
        int concurrency,
        long[] nanos,
        double seconds,
        long bytes,
        double cpuMillis,
        double databaseMillis,
        double allocatedKib,
        long failed) {

    double millis(double percentile) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(percentile / 100 * nanos.length) - 1;
        return nanos[Math.max(0, index)] / 1e6;
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    static long[] sorted(long[] times) {
        var copy = times.clone();
        Arrays.sort(copy);
        return copy;
    }

    @Override
    public String toString() {
        return "%-34s × %d: p50 %.1f ms, p95 %.1f ms, %.0f/s%s"
                .formatted(
                        scenario,
                        concurrency,
                        millis(50),
                        millis(95),
                        perSecond(),
                        failed == 0 ? "" : ", " + failed + " failed");
    }
}
