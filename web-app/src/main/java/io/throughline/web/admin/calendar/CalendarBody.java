package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkPeriod;
import io.throughline.foundation.calendar.WorkWeek;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as programs write and read it.
 *
 * @param name 1–80 characters; {@code nameEn} the same in English, {@code name} where it is missing
 * @param zone of the time zone database, {@code Asia/Shanghai}
 * @param week ordinary hours, any number of periods a day
 * @param exceptions dates with other hours: no periods is a holiday, periods are worked instead of the week's, kind
 *     {@code BREAK} takes them out
 */
record CalendarBody(
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String zone,
        @Nullable List<@Nullable DayBody> week,
        @Nullable List<@Nullable ExceptionBody> exceptions) {

    record DayBody(
            @Nullable String day,
            @Nullable String from,
            @Nullable String to) {}

    record PeriodBody(@Nullable String from, @Nullable String to) {}

    record ExceptionBody(
            @Nullable String date,
            @Nullable String kind,
            @Nullable List<@Nullable PeriodBody> periods,
            @Nullable String name,
            @Nullable String nameEn) {}

    static CalendarBody of(CalendarDefinition definition) {
        var week = new ArrayList<@Nullable DayBody>();
        definition
                .week()
                .days()
                .forEach((day, periods) -> periods.forEach(
                        period -> week.add(new DayBody(day.name().substring(0, 3), period.opens(), period.closes()))));
        var exceptions = new ArrayList<@Nullable ExceptionBody>();
        for (var day : definition.specialDays()) {
            var periods = new ArrayList<@Nullable PeriodBody>();
            day.periods().forEach(period -> periods.add(new PeriodBody(period.opens(), period.closes())));
            exceptions.add(
                    new ExceptionBody(day.date().toString(), day.kind().name(), periods, day.nameZh(), day.nameEn()));
        }
        return new CalendarBody(
                definition.nameZh(), definition.nameEn(), definition.zone().getId(), week, exceptions);
    }

    CalendarDefinition definition() {
        var errors = new BodyErrors();
        var named = errors.required("/name", name);
        if (named.isPresent()
                && Math.max(
                                named.get().length(),
                                nameEn == null ? 0 : nameEn.trim().length())
                        > 80) {
            errors.add("/name", "foundation.calendar.name", 80);
        }
        var inZone = errors.required("/zone", zone).flatMap(id -> zone(id, errors));
        var ordinary = week(errors);
        var special = specialDays(errors);
        errors.refuseAny();
        return new CalendarDefinition(
                named.orElseThrow(),
                nameEn == null || nameEn.isBlank() ? named.orElseThrow() : nameEn,
                inZone.orElseThrow(),
                ordinary,
                special);
    }

    private static Optional<ZoneId> zone(String id, BodyErrors errors) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            errors.add("/zone", "foundation.calendar.zone", id);
            return Optional.empty();
        }
    }

    private WorkWeek week(BodyErrors errors) {
        if (week == null) {
            errors.add("/week", "foundation.calendar.missing");
            return WorkWeek.CLOSED;
        }
        var days = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        for (int i = 0; i < week.size(); i++) {
            var pointer = "/week/" + i;
            var line = week.get(i);
            if (line == null) {
                errors.add(pointer, "foundation.calendar.missing");
                continue;
            }
            var day = errors.required(pointer + "/day", line.day()).flatMap(text -> day(pointer, text, errors));
            var period = period(pointer, line.from(), line.to(), errors);
            if (day.isPresent() && period.isPresent()) {
                addTo(days.computeIfAbsent(day.get(), any -> new ArrayList<>()), period.get(), pointer, errors);
            }
        }
        return new WorkWeek(days);
    }

    private List<SpecialDay> specialDays(BodyErrors errors) {
        var special = new ArrayList<SpecialDay>();
        var seen = new HashSet<List<Object>>();
        var lines = Objects.requireNonNullElse(exceptions, List.<@Nullable ExceptionBody>of());
        for (int i = 0; i < lines.size(); i++) {
            var pointer = "/exceptions/" + i;
            var line = lines.get(i);
            if (line == null) {
                errors.add(pointer, "foundation.calendar.missing");
                continue;
            }
            specialDay(pointer, line, errors)
                    .filter(day -> {
                        boolean first = seen.add(List.of(day.date(), day.kind()));
                        if (!first) {
                            errors.add(pointer + "/date", "foundation.calendar.dayTwice", day.date());
                        }
                        return first;
                    })
                    .ifPresent(special::add);
        }
        return special;
    }

    private static Optional<SpecialDay> specialDay(String pointer, ExceptionBody line, BodyErrors errors) {
        var date = errors.required(pointer + "/date", line.date()).flatMap(text -> date(pointer, text, errors));
        var periods = new ArrayList<WorkPeriod>();
        var listed = Objects.requireNonNullElse(line.periods(), List.<@Nullable PeriodBody>of());
        for (int i = 0; i < listed.size(); i++) {
            var at = pointer + "/periods/" + i;
            var each = listed.get(i);
            if (each == null) {
                errors.add(at, "foundation.calendar.missing");
            } else {
                period(at, each.from(), each.to(), errors).ifPresent(period -> addTo(periods, period, at, errors));
            }
        }
        var kind = kind(pointer, line, errors);
        if (date.isEmpty() || kind.isEmpty() || periods.size() < listed.size()) {
            return Optional.empty();
        }
        var nameZh = Objects.requireNonNullElse(line.name(), "").trim();
        var nameEn = Objects.requireNonNullElse(line.nameEn(), nameZh).trim();
        return errors.read(pointer, () -> new SpecialDay(date.get(), kind.get(), periods, nameZh, nameEn));
    }

    private static Optional<SpecialDay.Kind> kind(String pointer, ExceptionBody line, BodyErrors errors) {
        if (line.kind() == null) {
            boolean closed = line.periods() == null || line.periods().isEmpty();
            return Optional.of(closed ? SpecialDay.Kind.HOLIDAY : SpecialDay.Kind.OVERRIDE);
        }
        var kind = Arrays.stream(SpecialDay.Kind.values())
                .filter(each -> each.name().equalsIgnoreCase(line.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add(pointer + "/kind", "foundation.calendar.row.kind", line.kind());
        }
        return kind;
    }

    private static Optional<LocalDate> date(String pointer, String text, BodyErrors errors) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            errors.add(pointer + "/date", "foundation.calendar.row.date", text);
            return Optional.empty();
        }
    }

    private static Optional<DayOfWeek> day(String pointer, String text, BodyErrors errors) {
        var word = text.toUpperCase(Locale.ROOT);
        var day = Arrays.stream(DayOfWeek.values())
                .filter(each ->
                        each.name().equals(word) || each.name().substring(0, 3).equals(word))
                .findFirst();
        if (day.isEmpty()) {
            errors.add(pointer + "/day", "foundation.calendar.day", text);
        }
        return day;
    }

    private static Optional<WorkPeriod> period(
            String pointer, @Nullable String from, @Nullable String to, BodyErrors errors) {
        var opens = errors.required(pointer + "/from", from)
                .flatMap(text -> errors.read(pointer + "/from", () -> WorkPeriod.secondOfDay(text)));
        var closes = errors.required(pointer + "/to", to)
                .flatMap(text -> errors.read(pointer + "/to", () -> WorkPeriod.secondOfDay(text)));
        return opens.isPresent() && closes.isPresent()
                ? errors.read(pointer, () -> new WorkPeriod(opens.get(), closes.get()))
                : Optional.empty();
    }

    private static void addTo(List<WorkPeriod> periods, WorkPeriod period, String pointer, BodyErrors errors) {
        periods.stream()
                .filter(other -> other.from() < period.to() && period.from() < other.to())
                .findFirst()
                .ifPresentOrElse(
                        other -> errors.add(pointer, "foundation.calendar.overlap", other, period),
                        () -> periods.add(period));
    }
}
