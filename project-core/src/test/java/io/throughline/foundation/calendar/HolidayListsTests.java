package io.throughline.foundation.calendar;

import static io.throughline.foundation.calendar.CalendarFixtures.shanghaiAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.foundation.model.RuleViolation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayListsTests {

    private static final WorkWeek WEEK = CalendarFixtures.week("Mon-Fri 09:00-12:00,13:00-18:00");

    @ParameterizedTest
    @CsvSource({"2024, 28, 8, 251", "2025, 28, 5, 248", "2026, 33, 6, 248"})
    void knowTheDaysOffAndTheMakeUpWorkdaysOfChina(int year, int off, int made, int workingDays) {
        var days = HolidayLists.china(year, WEEK);
        var calendar = WorkCalendar.of(CalendarFixtures.SHANGHAI, WEEK, days);

        assertThat(days)
                .filteredOn(day -> day.kind() == SpecialDay.Kind.HOLIDAY)
                .hasSize(off);
        assertThat(days)
                .filteredOn(day -> day.kind() == SpecialDay.Kind.OVERRIDE)
                .hasSize(made)
                .allSatisfy(
                        day -> assertThat(day.date().getDayOfWeek().getValue()).isGreaterThan(5))
                .allSatisfy(day -> assertThat(day.periods()).isEqualTo(WEEK.ordinaryHours()));
        assertThat(calendar.workingTimeBetween(
                        shanghaiAt(year + "-01-01 00:00"), shanghaiAt((year + 1) + "-01-01 00:00")))
                .isEqualTo(Duration.ofHours(8L * workingDays));
    }

    @Test
    void workOnTheSaturdayAfterNationalDay() {
        var calendar = WorkCalendar.of(CalendarFixtures.SHANGHAI, WEEK, HolidayLists.china(2026, WEEK));

        assertThat(calendar.add(shanghaiAt("2026-09-30 17:00"), Duration.ofHours(2)))
                .isEqualTo(shanghaiAt("2026-10-08 10:00"));
        assertThat(calendar.add(shanghaiAt("2026-10-09 17:00"), Duration.ofHours(2)))
                .isEqualTo(shanghaiAt("2026-10-10 10:00"));
    }

    @Test
    void sayWhichYearDoesNotShip() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> HolidayLists.china(2027, WEEK))
                .satisfies(e -> assertThat(e.key()).isEqualTo("foundation.calendar.noHolidayList"));
    }

    @Test
    void copyToTheNextYearWithoutMakeUpDaysAndWithoutOverwriting() {
        var days = new java.util.ArrayList<>(HolidayLists.china(2026, WEEK));
        days.add(SpecialDay.holiday(LocalDate.of(2027, 1, 1), "已有"));
        var definition = new CalendarDefinition("中国", "China", CalendarFixtures.SHANGHAI, WEEK, days);

        var copied = NextYear.of(definition, 2026);

        assertThat(copied).hasSize(32).allSatisfy(day -> assertThat(day.date().getYear())
                .isEqualTo(2027));
        assertThat(copied).extracting(SpecialDay::kind).containsOnly(SpecialDay.Kind.HOLIDAY);
        assertThat(copied).extracting(SpecialDay::date).doesNotContain(LocalDate.of(2027, 1, 1));
        assertThat(NextYear.of(definition, 2030)).isEqualTo(List.of());
    }
}
