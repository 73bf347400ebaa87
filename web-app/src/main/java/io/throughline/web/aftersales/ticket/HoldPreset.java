package io.throughline.web.aftersales.ticket;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Times to which tickets are put off again and again; nine o'clock is the reader's. */
enum HoldPreset {
    HOUR,
    TOMORROW,
    MONDAY;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    Instant from(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return switch (this) {
            case HOUR -> now.plus(Duration.ofHours(1));
            case TOMORROW -> morning(today.plusDays(1), zone);
            case MONDAY -> morning(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone);
        };
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }
}
