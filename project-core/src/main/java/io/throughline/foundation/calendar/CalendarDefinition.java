package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that a calendar consists of. Refuses ({@link RuleViolation}, at the field) what cannot be meant: no name, two equal
 * special days, a calendar that is never open.
 *
 * @param nameZh 1–80 characters
 * @param nameEn 1–80 characters
 * @param zone in which its local times are read
 * @param week ordinary hours
 * @param specialDays sorted by date
 */
public record CalendarDefinition(
        String nameZh, String nameEn, ZoneId zone, WorkWeek week, List<SpecialDay> specialDays) {

    static final int MOST_SPECIAL_DAYS = 20_000;
    private static final int LONGEST_NAME = 80;

    public CalendarDefinition {
        nameZh = name(nameZh, "nameZh");
        nameEn = name(nameEn, "nameEn");
        specialDays = specialDays.stream().sorted().toList();
        if (specialDays.size() > MOST_SPECIAL_DAYS) {
            throw new RuleViolation("foundation.calendar.tooManyDays", MOST_SPECIAL_DAYS).at("specialDays");
        }
        refuseTwice(specialDays);
        if (week.isClosed() && specialDays.stream().noneMatch(day -> day.kind() == SpecialDay.Kind.OVERRIDE)) {
            throw new RuleViolation("foundation.calendar.neverOpens").at("week");
        }
    }

    public WorkCalendar calendar() {
        return WorkCalendar.of(zone, week, specialDays);
    }

    /** With these days; a break joins what is there, any other kind replaces the holiday or override of its date. */
    public CalendarDefinition with(List<SpecialDay> days) {
        var replaced = new HashSet<>();
        days.forEach(day -> replaced.add(List.of(day.date(), day.kind() == SpecialDay.Kind.BREAK)));
        var kept = specialDays.stream()
                .filter(day -> !replaced.contains(List.of(day.date(), day.kind() == SpecialDay.Kind.BREAK)));
        return with(Stream.concat(kept, days.stream()));
    }

    public CalendarDefinition without(SpecialDay gone) {
        return with(specialDays.stream().filter(day -> !day.equals(gone)));
    }

    boolean sameHours(CalendarDefinition other) {
        return zone.equals(other.zone) && week.equals(other.week) && specialDays.equals(other.specialDays);
    }

    private CalendarDefinition with(Stream<SpecialDay> days) {
        return new CalendarDefinition(nameZh, nameEn, zone, week, days.toList());
    }

    private static String name(String name, String field) {
        var trimmed = Objects.requireNonNullElse(name, "").trim();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST_NAME) {
            throw new RuleViolation("foundation.calendar.name", LONGEST_NAME).at(field);
        }
        return trimmed;
    }

    private static void refuseTwice(List<SpecialDay> days) {
        var seen = new HashSet<List<Object>>();
        for (var day : days) {
            if (!seen.add(List.of(day.date(), day.kind()))) {
                throw new RuleViolation("foundation.calendar.dayTwice", day.date()).at("specialDays");
            }
        }
    }
}
