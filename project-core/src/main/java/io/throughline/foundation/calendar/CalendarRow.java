package io.throughline.foundation.calendar;

import java.time.Instant;
import java.util.Locale;

/**
 * A calendar in a list.
 *
 * @param specialDays how many dates differ from the week
 * @param changedAt when it was last changed
 */
public record CalendarRow(
        WorkCalendarId id,
        String nameZh,
        String nameEn,
        String zone,
        WorkWeek week,
        long specialDays,
        Instant changedAt) {

    public String nameIn(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
