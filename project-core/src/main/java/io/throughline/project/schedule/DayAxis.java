package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.LongStream;

/**
 * Where a moment lies on an axis of days: the epoch day plus the share of its working time that has passed, so that a
 * task of one day fills its day. On a closed day it is the share of the clock.
 *
 * <p>Example: Monday to Friday 08–12 and 13–17; epoch day 20 515 is Wednesday 2026-03-04. Its 08:00 is 20515.0, noon and
 * 13:00 are 20515.5, 17:00 is 20516.0.
 */
final class DayAxis {

    private static final long DAY = 86_400;

    private final LocalHours hours;

    DayAxis(LocalHours hours) {
        this.hours = hours;
    }

    double at(LocalDateTime time) {
        long day = time.toLocalDate().toEpochDay();
        long midnight = day * DAY;
        long second = time.toEpochSecond(ZoneOffset.UTC);
        long open = hours.between(midnight, midnight + DAY);
        return open == 0
                ? day + (second - midnight) / (double) DAY
                : day + hours.between(midnight, second) / (double) open;
    }

    /** Epoch days without working time, both ends included. */
    long[] closed(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .filter(day -> hours.workingDaysBefore(day + 1) == hours.workingDaysBefore(day))
                .toArray();
    }
}
