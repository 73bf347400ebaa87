package io.throughline.project.schedule.leveling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lanes against plain counting, hour by hour. */
class LaneTests {

    private static final int HOURS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheFirstFreeStretchOfOneResource(long seed) {
        var random = new Random(seed);
        int capacity = 1 + random.nextInt(6);
        var lane = Lane.single(capacity);
        var used = new int[4 * HOURS];
        for (int k = 0; k < 40; k++) {
            int demand = 1 + random.nextInt(capacity);
            int length = 1 + random.nextInt(9);
            int from = random.nextInt(HOURS);
            int expected = from;
            while (!isFree(used, expected, length, capacity - demand)) {
                expected++;
            }

            long found = lane.earliest(from, length, demand);

            assertThat(found).isEqualTo(expected);
            assertThat(lane.clashEnd(found, found + length, demand)).isEqualTo(Lane.NEVER);
            lane.bookHere(found, found + length, demand);
            for (int hour = expected; hour < expected + length; hour++) {
                used[hour] += demand;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void keepsResourcesThatShareAWordApart(long seed) {
        var random = new Random(seed);
        int[] capacity = {1 + random.nextInt(7), 1 + random.nextInt(7)};
        int bits = Lane.bits(capacity[0]);
        int otherBits = Lane.bits(capacity[1]);
        int shift = bits + 1;
        var both = new Lane(
                1L << bits | 1L << (shift + otherBits),
                ((1L << bits) - 1 - capacity[0]) | ((1L << otherBits) - 1 - capacity[1]) << shift);
        var one = Lane.single(capacity[0]);
        var other = Lane.single(capacity[1]);
        for (int k = 0; k < 60; k++) {
            int a = random.nextInt(capacity[0] + 1);
            int b = random.nextInt(capacity[1] + 1);
            int length = 1 + random.nextInt(9);
            int from = random.nextInt(HOURS);
            long expected = from;
            for (long last = -1; last != expected; ) {
                last = expected;
                expected = a == 0 ? expected : one.earliest(expected, length, a);
                expected = b == 0 ? expected : other.earliest(expected, length, b);
            }
            long word = a | (long) b << shift;

            long found = word == 0 ? from : both.earliest(from, length, word);

            assertThat(found).isEqualTo(expected);
            both.book(found, found + length, word);
            one.book(found, found + length, a);
            other.book(found, found + length, b);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void namesWhereTheFirstClashEndsAndTheLastBegins(long seed) {
        var random = new Random(seed);
        var lane = Lane.single(3);
        var used = new int[2 * HOURS];
        for (int k = 0; k < 30; k++) {
            int demand = 1 + random.nextInt(3);
            int from = random.nextInt(HOURS);
            int to = from + 1 + random.nextInt(20);
            int first = from;
            while (first < to && used[first] + demand <= 3) {
                first++;
            }
            int end = first;
            while (end < used.length && used[end] + demand > 3) {
                end++;
            }
            int start = to - 1;
            while (start >= from && used[start] + demand <= 3) {
                start--;
            }
            int last = start;
            while (last > 0 && used[last - 1] + demand > 3) {
                last--;
            }

            assertThat(lane.clashEnd(from, to, demand)).isEqualTo(first == to ? Lane.NEVER : end);
            assertThat(lane.clashStart(from, to, demand)).isEqualTo(start < from ? Lane.NEVER : last);

            lane.book(from, to, 1);
            for (int hour = from; hour < to; hour++) {
                used[hour]++;
            }
        }
    }

    @Test
    void comesBackToWhatItWasToldToKeep() {
        var lane = Lane.single(1);
        lane.book(0, 5, 1);
        lane.keep();
        lane.book(5, 10, 1);

        lane.clear();

        assertThat(lane.earliest(0, 1, 1)).isEqualTo(5);
    }

    private static boolean isFree(int[] used, int from, int length, int most) {
        for (int hour = from; hour < from + length; hour++) {
            if (used[hour] > most) {
                return false;
            }
        }
        return true;
    }
}
