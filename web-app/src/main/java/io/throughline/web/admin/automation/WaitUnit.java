package io.throughline.web.admin.automation;

import org.jspecify.annotations.Nullable;

/** In what a waiting time is typed, on the wall clock. */
enum WaitUnit {
    MINUTES(1),
    HOURS(60),
    DAYS(24 * 60);

    private final int minutes;

    WaitUnit(int minutes) {
        this.minutes = minutes;
    }

    /** The largest one in which the time is whole. */
    static WaitUnit of(@Nullable Integer waitMinutes) {
        if (waitMinutes == null) {
            return HOURS;
        }
        return waitMinutes % DAYS.minutes == 0 ? DAYS : waitMinutes % HOURS.minutes == 0 ? HOURS : MINUTES;
    }

    int amount(int waitMinutes) {
        return waitMinutes / minutes;
    }

    /** Beyond what an int holds it is as much as that. */
    int minutes(int amount) {
        return (int) Math.min(Integer.MAX_VALUE, (long) amount * minutes);
    }
}
