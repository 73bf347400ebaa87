package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Public holidays and make-up workdays that ship with the product: China 2024–2026, after the yearly notices of the
 * State Council's general office on the arrangement of holidays.
 */
public final class HolidayLists {

    public static final List<Integer> CHINA = List.of(2024, 2025, 2026);

    private HolidayLists() {}

    /** {@link RuleViolation} {@code foundation.calendar.noHolidayList} for a year that does not ship. */
    public static List<SpecialDay> china(int year, WorkWeek week) {
        if (!CHINA.contains(year)) {
            throw new RuleViolation("foundation.calendar.noHolidayList", Integer.toString(year)).at("year");
        }
        try (var file = HolidayLists.class.getResourceAsStream("china-" + year + ".csv")) {
            if (file == null) {
                throw new IllegalStateException("the holidays of " + year + " are missing from the build");
            }
            return SpecialDayFile.read(file.readAllBytes(), week).days();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
