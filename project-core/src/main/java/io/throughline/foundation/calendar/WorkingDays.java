package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;

/** "n working days later": finds the date by counting working days, then the moment on it. */
final class WorkingDays {

    private static final int FURTHEST = 2_000_000;

    private final WorkCalendar calendar;
    private final ZoneRules rules;

    WorkingDays(WorkCalendar calendar) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
    }

    Instant add(Instant start, int days, boolean endOfDay) {
        if (Math.abs((long) days) > FURTHEST) {
            throw new RuleViolation("foundation.calendar.outOfRange", days);
        }
        var opening = calendar.nextOpening(start);
        var local = LocalDateTime.ofInstant(opening, calendar.zone());
        var date =
                calendar.layers().size() == 1 ? byCount(local.toLocalDate(), days) : byWalk(local.toLocalDate(), days);
        if (endOfDay) {
            return Instant.ofEpochSecond(calendar.secondAt(workedBefore(date.plusDays(1)) - 1) + 1);
        }
        return calendar.nextOpening(at(date.atTime(local.toLocalTime())));
    }

    private LocalDate byCount(LocalDate from, int days) {
        var hours = calendar.local();
        long day = hours.workingDayAt(hours.workingDaysBefore(from.toEpochDay()) + days);
        if (day == LocalHours.NEVER) {
            throw new RuleViolation("foundation.calendar.neverOpens");
        }
        return LocalDate.ofEpochDay(day);
    }

    /** Where zones differ, a day's hours depend on both offsets; so the days are tried one by one by their openings. */
    private LocalDate byWalk(LocalDate from, int days) {
        var date = from;
        for (int left = Math.abs(days); left > 0; left--) {
            date = days > 0 ? openDay(workedBefore(date.plusDays(1))) : openDay(workedBefore(date) - 1);
        }
        return date;
    }

    private LocalDate openDay(long index) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(calendar.secondAt(index)), calendar.zone())
                .toLocalDate();
    }

    private long workedBefore(LocalDate date) {
        return calendar.worked(at(date.atStartOfDay()).getEpochSecond());
    }

    /** The instant of a local time; of one that comes twice the first, of one that is skipped the moment of the change. */
    private Instant at(LocalDateTime local) {
        var gap = rules.getTransition(local);
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : local.toInstant(rules.getValidOffsets(local).get(0));
    }
}
