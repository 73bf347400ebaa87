package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One date that differs from the week, as typed. */
record SpecialDayForm(
        @NotNull(message = "{foundation.calendar.missing}") @Nullable
        LocalDate date,

        @NotNull(message = "{foundation.calendar.missing}") SpecialDay.@Nullable Kind kind,
        @Nullable String periods,
        @Size(max = 80) @Nullable String nameZh,
        @Size(max = 80) @Nullable String nameEn) {

    static SpecialDayForm empty() {
        return new SpecialDayForm(null, SpecialDay.Kind.HOLIDAY, "", "", "");
    }

    /** Throws {@link RuleViolation} at the field that cannot be read. */
    SpecialDay specialDay() {
        if (date == null || kind == null) {
            throw new RuleViolation("foundation.calendar.missing").at("date");
        }
        try {
            return new SpecialDay(date, kind, WorkWeek.periods(text(periods)), text(nameZh), text(nameEn));
        } catch (RuleViolation e) {
            throw e.at("periods");
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.trim();
    }
}
