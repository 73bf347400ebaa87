package io.throughline.foundation.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calendars and times as people write them. */
final class CalendarFixtures {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private CalendarFixtures() {}

    /** {@code "Mon-Fri 09:00-12:00,13:00-18:00;Sat 10:00-12:00"}; {@code "24x7"}; an empty text is closed. */
    static WorkWeek week(String text) {
        if (text.equals("24x7")) {
            return WorkWeek.always();
        }
        var week = WorkWeek.CLOSED;
        for (var part : text.split(";")) {
            if (!part.isBlank()) {
                var words = part.trim().split(" ");
                var days = words[0].split("-");
                week = week.with(day(days[0]), day(days[days.length - 1]), words[1].split(","));
            }
        }
        return week;
    }

    static WorkCalendar calendar(String zone, String week, SpecialDay... specials) {
        return WorkCalendar.of(ZoneId.of(zone), week(week), List.of(specials));
    }

    /** Mon–Fri 09–12 and 13–18 in Shanghai, as in the catalogue of key figures. */
    static WorkCalendar shanghai(SpecialDay... specials) {
        return calendar("Asia/Shanghai", "Mon-Fri 09:00-12:00,13:00-18:00", specials);
    }

    static SpecialDay holiday(String date) {
        return SpecialDay.holiday(LocalDate.parse(date), "");
    }

    static SpecialDay open(String date, String... periods) {
        return SpecialDay.override(
                LocalDate.parse(date),
                "",
                Arrays.stream(periods).map(WorkPeriod::parse).toArray(WorkPeriod[]::new));
    }

    static SpecialDay closedDuring(String date, String... periods) {
        return SpecialDay.pause(
                LocalDate.parse(date),
                "",
                Arrays.stream(periods).map(WorkPeriod::parse).toArray(WorkPeriod[]::new));
    }

    static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(zone).toInstant();
    }

    static Instant shanghaiAt(String local) {
        return at(SHANGHAI, local);
    }

    static List<Pause> pauses(String text) {
        var pauses = new ArrayList<Pause>();
        for (var pair : text.split(";")) {
            if (!pair.isBlank()) {
                var ends = pair.trim().split("/");
                pauses.add(new Pause(Instant.parse(ends[0]), ends.length < 2 ? null : Instant.parse(ends[1])));
            }
        }
        return pauses;
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(name.toUpperCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
