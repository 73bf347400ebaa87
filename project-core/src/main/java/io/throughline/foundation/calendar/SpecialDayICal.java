package io.throughline.foundation.calendar;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.Frequency;
import io.throughline.foundation.calendar.SpecialDayFile.Reader;
import io.throughline.foundation.model.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All-day events: a holiday each, or a make-up workday where the title says so (班, 上班, workday, make-up). A yearly rule
 * is followed for {@value #YEARS} years.
 */
final class SpecialDayICal {

    private static final int YEARS = 5;
    private static final int LONGEST = 366;
    private static final Pattern WORKED =
            Pattern.compile("班|补工|调休日|work(ing)? ?day|make[- ]?up", Pattern.CASE_INSENSITIVE);

    private SpecialDayICal() {}

    static void read(String text, Reader reader) {
        int row = 0;
        for (var calendar : Biweekly.parse(text).all()) {
            for (var event : calendar.getEvents()) {
                row++;
                try {
                    for (var first : occurrences(event)) {
                        add(row, event, first, reader);
                    }
                } catch (RuleViolation e) {
                    reader.refuse(row, e.key(), e.args());
                }
            }
        }
    }

    private static void add(int row, VEvent event, LocalDate first, Reader reader) {
        var name = event.getSummary() == null || event.getSummary().getValue() == null
                ? ""
                : event.getSummary().getValue().trim();
        var shown = name.length() > 80 ? name.substring(0, 80) : name;
        long days = length(event);
        for (long i = 0; i < days; i++) {
            var date = first.plusDays(i);
            reader.add(
                    row,
                    WORKED.matcher(name).find()
                            ? new SpecialDay(date, SpecialDay.Kind.OVERRIDE, reader.ordinaryHours(), shown, shown)
                            : SpecialDay.holiday(date, shown));
        }
    }

    private static List<LocalDate> occurrences(VEvent event) {
        var start = date(event.getDateStart());
        if (event.getRecurrenceRule() == null) {
            return List.of(start);
        }
        var rule = event.getRecurrenceRule().getValue();
        if (rule.getFrequency() != Frequency.YEARLY || !rule.getByDay().isEmpty()) {
            throw new RuleViolation("foundation.calendar.row.repeat");
        }
        int step = rule.getInterval() == null ? 1 : rule.getInterval();
        int most = rule.getCount() == null ? YEARS : Math.min(YEARS, rule.getCount());
        var dates = new ArrayList<LocalDate>();
        for (int year = 0; year < YEARS && dates.size() < most; year += Math.max(1, step)) {
            dates.add(start.plusYears(year));
        }
        return dates;
    }

    private static long length(VEvent event) {
        var start = date(event.getDateStart());
        long days = 1;
        if (event.getDateEnd() != null) {
            days = Math.max(1, date(event.getDateEnd()).toEpochDay() - start.toEpochDay());
        } else if (event.getDuration() != null) {
            days = Math.max(1, event.getDuration().getValue().toMillis() / 86_400_000L);
        }
        if (days > LONGEST) {
            throw new RuleViolation("foundation.calendar.row.tooLong", LONGEST);
        }
        return days;
    }

    private static LocalDate date(@Nullable DateOrDateTimeProperty property) {
        if (property == null
                || property.getValue() == null
                || property.getValue().hasTime()) {
            throw new RuleViolation("foundation.calendar.row.allDay");
        }
        var raw = property.getValue().getRawComponents();
        return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    }
}
