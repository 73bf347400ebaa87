package io.throughline.project.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.resource.LoadSheet.Booking;
import io.throughline.project.resource.LoadSheet.Presence;
import io.throughline.project.resource.LoadSheet.Stretch;
import io.throughline.project.schedule.UsualWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Load of one resource: Mon–Fri 08–12, 13–17 from Monday 2026-03-02. */
class LoadSheetTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalHours USUAL = UsualWeek.CALENDAR.local();

    @Test
    void addsUpWhatIsAssignedInEachPeriodAgainstWhatThereIs() {
        var sheet = sheet(10_000, null);
        sheet.add(booking(1, MONDAY.atTime(8, 0), MONDAY.plusDays(4).atTime(17, 0), 6_000));
        sheet.add(booking(2, MONDAY.plusDays(3).atTime(8, 0), MONDAY.plusDays(8).atTime(12, 0), 5_000));

        assertThat(sheet.capacity()).containsExactly(2_400, 2_400);
        assertThat(sheet.assigned()).containsExactly(1_440 + 480, 360);
        assertThat(sheet.clashes())
                .containsExactly(new Stretch(
                        MONDAY.plusDays(3).atTime(8, 0),
                        MONDAY.plusDays(4).atTime(17, 0),
                        11_000,
                        10_000,
                        List.of(1L, 2L)));
    }

    @Test
    void doesNotTakeTheRoundingOfSharesForAnOverload() {
        var sheet = sheet(10_000, null);
        for (int id = 1; id <= 3; id++) {
            sheet.add(booking(id, MONDAY.atTime(8, 0), MONDAY.atTime(17, 0), 3_334));
        }
        assertThat(sheet.overloads()).isEmpty();

        sheet.add(booking(4, MONDAY.atTime(8, 0), MONDAY.atTime(17, 0), 20));
        assertThat(sheet.overloads()).isNotEmpty();
    }

    @Test
    void findsAnOverloadWithinADayThatHasRoomAsAWhole() {
        var sheet = sheet(10_000, null);
        sheet.add(booking(1, MONDAY.atTime(8, 0), MONDAY.atTime(12, 0), 10_000));
        sheet.add(booking(2, MONDAY.atTime(10, 0), MONDAY.atTime(12, 0), 5_000));

        assertThat(sheet.assigned()[0]).isLessThan(480);
        assertThat(sheet.overloads())
                .extracting(Stretch::from, Stretch::to, Stretch::units)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(MONDAY.atTime(10, 0), MONDAY.atTime(12, 0), 15_000));
    }

    @Test
    void tellsEachWorkingIntervalAndAllOfThemTogether() {
        var sheet = sheet(10_000, null);
        sheet.add(booking(1, MONDAY.atTime(8, 0), MONDAY.plusDays(7).atTime(17, 0), 10_000));
        sheet.add(booking(2, MONDAY.plusDays(4).atTime(8, 0), MONDAY.plusDays(7).atTime(12, 0), 10_000));

        assertThat(sheet.overloads()).hasSize(3);
        assertThat(sheet.clashes())
                .extracting(Stretch::from, Stretch::to)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        MONDAY.plusDays(4).atTime(8, 0), MONDAY.plusDays(7).atTime(12, 0)));
    }

    @Test
    void isNotOverloadedByWhatMeetsEndToEnd() {
        var sheet = sheet(10_000, null);
        sheet.add(booking(1, MONDAY.atTime(8, 0), MONDAY.atTime(10, 0), 10_000));
        sheet.add(booking(2, MONDAY.atTime(10, 0), MONDAY.atTime(17, 0), 10_000));

        assertThat(sheet.overloads()).isEmpty();
    }

    @Test
    void countsAnythingAsTooMuchWhileItIsAway() {
        var away = WorkCalendar.of(
                ZoneOffset.UTC, WorkWeek.always(), List.of(SpecialDay.holiday(MONDAY.plusDays(1), "leave")));
        var sheet = sheet(10_000, away);
        sheet.add(booking(1, MONDAY.atTime(8, 0), MONDAY.plusDays(2).atTime(17, 0), 1_000));

        assertThat(sheet.capacity()[0]).isEqualTo(1_920);
        assertThat(sheet.clashes())
                .containsExactly(new Stretch(
                        MONDAY.plusDays(1).atTime(8, 0), MONDAY.plusDays(1).atTime(17, 0), 1_000, 0, List.of(1L)));
    }

    @Test
    void takesWorkOfAnotherZoneToItsOwnDays() {
        var sheet = sheet(10_000, null);
        sheet.add(new Booking(
                1,
                second(MONDAY.plusDays(4).atTime(8, 0)),
                second(MONDAY.plusDays(4).atTime(17, 0)),
                10_000,
                USUAL,
                -3600 * 7));

        assertThat(sheet.assigned()).containsExactly(480, 0);
        var later = sheet(10_000, null);
        later.add(new Booking(
                1,
                second(MONDAY.plusDays(6).atTime(8, 0)),
                second(MONDAY.plusDays(7).atTime(17, 0)),
                10_000,
                USUAL,
                -3600 * 9));
        assertThat(later.assigned()).containsExactly(60, 420);
    }

    private static LoadSheet sheet(int units, @Nullable WorkCalendar gate) {
        var bounds = LoadWindow.weeks(MONDAY, 2).bounds();
        var hours = gate == null ? USUAL : UsualWeek.CALENDAR.intersect(gate).local();
        return new LoadSheet(bounds, new Presence(hours, gate == null ? null : gate.local(), 0), units);
    }

    private static Booking booking(long id, LocalDateTime from, LocalDateTime to, int units) {
        return new Booking(id, second(from), second(to), units, USUAL, 0);
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
