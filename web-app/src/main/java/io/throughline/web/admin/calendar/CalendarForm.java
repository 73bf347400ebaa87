package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkPeriod;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A calendar's names, zone and week as typed; a day's hours are periods between commas, empty for closed. */
record CalendarForm(
        @NotBlank(message = "{foundation.calendar.missing}") @Size(max = 80) @Nullable
        String nameZh,

        @NotBlank(message = "{foundation.calendar.missing}") @Size(max = 80) @Nullable
        String nameEn,

        @NotBlank(message = "{foundation.calendar.missing}") @Nullable
        String zone,

        @Nullable String monday,
        @Nullable String tuesday,
        @Nullable String wednesday,
        @Nullable String thursday,
        @Nullable String friday,
        @Nullable String saturday,
        @Nullable String sunday,
        @Nullable Integer version) {

    static CalendarForm empty() {
        var day = "09:00-12:00,13:00-18:00";
        return new CalendarForm(null, null, "Asia/Shanghai", day, day, day, day, day, "", "", null);
    }

    static CalendarForm of(CalendarDefinition definition, int version) {
        var week = definition.week();
        return new CalendarForm(
                definition.nameZh(),
                definition.nameEn(),
                definition.zone().getId(),
                WorkWeek.format(week.on(DayOfWeek.MONDAY)),
                WorkWeek.format(week.on(DayOfWeek.TUESDAY)),
                WorkWeek.format(week.on(DayOfWeek.WEDNESDAY)),
                WorkWeek.format(week.on(DayOfWeek.THURSDAY)),
                WorkWeek.format(week.on(DayOfWeek.FRIDAY)),
                WorkWeek.format(week.on(DayOfWeek.SATURDAY)),
                WorkWeek.format(week.on(DayOfWeek.SUNDAY)),
                version);
    }

    /** Throws {@link RuleViolation} at the field that cannot be read. */
    CalendarDefinition definition(List<SpecialDay> specialDays) {
        var days = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        read(days, DayOfWeek.MONDAY, "monday", monday);
        read(days, DayOfWeek.TUESDAY, "tuesday", tuesday);
        read(days, DayOfWeek.WEDNESDAY, "wednesday", wednesday);
        read(days, DayOfWeek.THURSDAY, "thursday", thursday);
        read(days, DayOfWeek.FRIDAY, "friday", friday);
        read(days, DayOfWeek.SATURDAY, "saturday", saturday);
        read(days, DayOfWeek.SUNDAY, "sunday", sunday);
        return new CalendarDefinition(text(nameZh), text(nameEn), zoneId(), new WorkWeek(days), specialDays);
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(text(zone));
        } catch (DateTimeException e) {
            throw new RuleViolation("foundation.calendar.zone", text(zone)).at("zone");
        }
    }

    private static void read(
            EnumMap<DayOfWeek, List<WorkPeriod>> days, DayOfWeek day, String field, @Nullable String typed) {
        try {
            var week = new WorkWeek(java.util.Map.of(day, WorkWeek.periods(text(typed))));
            days.put(day, week.on(day));
        } catch (RuleViolation e) {
            throw e.at(field);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.trim();
    }
}
