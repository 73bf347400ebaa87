package io.throughline.web.inbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The stretches for which people put things off. */
enum Snooze {
    HOUR,
    TOMORROW,
    NEXT_WEEK;

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    Instant end(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return switch (this) {
            case HOUR -> now.plus(Duration.ofHours(1));
            case TOMORROW -> today.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
            case NEXT_WEEK ->
                today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant();
        };
    }
}
