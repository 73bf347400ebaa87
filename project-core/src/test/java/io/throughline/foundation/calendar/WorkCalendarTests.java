package io.throughline.foundation.calendar;

import static io.throughline.foundation.calendar.CalendarFixtures.calendar;
import static io.throughline.foundation.calendar.CalendarFixtures.closedDuring;
import static io.throughline.foundation.calendar.CalendarFixtures.holiday;
import static io.throughline.foundation.calendar.CalendarFixtures.open;
import static io.throughline.foundation.calendar.CalendarFixtures.shanghai;
import static io.throughline.foundation.calendar.CalendarFixtures.shanghaiAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.foundation.model.RuleViolation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTests {

    private static final Instant FRIDAY_EVENING = shanghaiAt("2026-11-20 17:30");

    @Test
    void countsOverTheWeekend() {
        var answered = shanghaiAt("2026-11-23 09:45");

        assertThat(shanghai().workingTimeBetween(FRIDAY_EVENING, answered)).hasMinutes(75);
        assertThat(shanghai().workingTimeBetween(answered, FRIDAY_EVENING)).hasMinutes(-75);
    }

    @Test
    void countsAMakeUpWorkday() {
        var calendar = shanghai(open("2026-11-22", "09:00-12:00", "13:00-18:00"));

        assertThat(calendar.workingTimeBetween(FRIDAY_EVENING, shanghaiAt("2026-11-23 09:45")))
                .hasMinutes(555);
    }

    @Test
    void findsTheDueTimeAfterTheWeekend() {
        assertThat(shanghai().add(FRIDAY_EVENING, Duration.ofMinutes(480))).isEqualTo(shanghaiAt("2026-11-23 17:30"));
    }

    @Test
    void takesPausedWorkingTimeOff() {
        var created = shanghaiAt("2026-11-23 10:00");
        var resolved = shanghaiAt("2026-11-24 16:30");
        var waiting = new Pause(shanghaiAt("2026-11-23 11:00"), shanghaiAt("2026-11-24 14:00"));

        assertThat(shanghai().workingTimeBetween(created, resolved)).hasMinutes(810);
        assertThat(shanghai().workingTimeBetween(waiting.from(), java.util.Objects.requireNonNull(waiting.to())))
                .hasMinutes(600);
        assertThat(shanghai().workingTime(created, resolved, List.of(waiting))).hasMinutes(210);
        assertThat(shanghai().workingTime(resolved, created, List.of(waiting))).hasMinutes(-210);
        assertThat(Duration.between(created, resolved)).hasMinutes(1830);
        assertThat(shanghai()
                        .due(created, Duration.ofMinutes(210), List.of(waiting))
                        .at())
                .isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "2003-10-09T08:00, 8, 2003-10-09T17:00",
        "2003-10-09T08:00, 16, 2003-10-10T17:00",
        "2003-10-09T08:00, 24, 2003-10-13T17:00",
        "2003-10-09T08:00, 9, 2003-10-10T09:00",
        "2003-10-09T11:30, 1, 2003-10-09T13:30"
    })
    void addsHoursAsPlannersDo(LocalDateTime start, int hours, LocalDateTime end) {
        var calendar = calendar("UTC", "Mon-Fri 08:00-12:00,13:00-17:00");

        assertThat(calendar.add(start.toInstant(ZoneOffset.UTC), Duration.ofHours(hours)))
                .isEqualTo(end.toInstant(ZoneOffset.UTC));
        assertThat(calendar.local().add(start.toEpochSecond(ZoneOffset.UTC), hours * 3600L))
                .isEqualTo(end.toEpochSecond(ZoneOffset.UTC));
        assertThat(calendar.local().between(start.toEpochSecond(ZoneOffset.UTC), end.toEpochSecond(ZoneOffset.UTC)))
                .isEqualTo(hours * 3600L);
    }

    @Test
    void endsAtClosingTimeWhenTheTargetRunsOutThere() {
        assertThat(shanghai().add(FRIDAY_EVENING, Duration.ofMinutes(30))).isEqualTo(shanghaiAt("2026-11-20 18:00"));
        assertThat(shanghai().add(shanghaiAt("2026-11-20 09:00"), Duration.ofHours(3)))
                .isEqualTo(shanghaiAt("2026-11-20 12:00"));
    }

    @Test
    void endsAtOpeningTimeWhenCountingBackRunsOutThere() {
        assertThat(shanghai().add(shanghaiAt("2026-11-23 10:00"), Duration.ofHours(-1)))
                .isEqualTo(shanghaiAt("2026-11-23 09:00"));
        assertThat(shanghai().add(shanghaiAt("2026-11-23 10:00"), Duration.ofMinutes(-61)))
                .isEqualTo(shanghaiAt("2026-11-20 17:59"));
    }

    @Test
    void startsAtTheNextOpeningWhenClosed() {
        var saturday = shanghaiAt("2026-11-21 12:00");

        assertThat(shanghai().nextOpening(saturday)).isEqualTo(shanghaiAt("2026-11-23 09:00"));
        assertThat(shanghai().add(saturday, Duration.ZERO)).isEqualTo(shanghaiAt("2026-11-23 09:00"));
        assertThat(shanghai().add(saturday, Duration.ofMinutes(1))).isEqualTo(shanghaiAt("2026-11-23 09:01"));
        assertThat(shanghai().nextOpening(shanghaiAt("2026-11-20 18:00"))).isEqualTo(shanghaiAt("2026-11-23 09:00"));
        assertThat(shanghai().nextOpening(FRIDAY_EVENING)).isEqualTo(FRIDAY_EVENING);
    }

    @Test
    void keepsSecondsAndTheirFractions() {
        var start = shanghaiAt("2026-11-20 17:59:30.250");

        assertThat(shanghai().add(start, Duration.ofMillis(1_500))).isEqualTo(shanghaiAt("2026-11-20 17:59:31.750"));
        assertThat(shanghai().add(start, Duration.ofMillis(29_750))).isEqualTo(shanghaiAt("2026-11-20 18:00"));
        assertThat(shanghai().add(start, Duration.ofMillis(29_751))).isEqualTo(shanghaiAt("2026-11-23 09:00:00.001"));
        assertThat(shanghai().add(shanghaiAt("2026-11-23 09:00:00.001"), Duration.ofMillis(-2)))
                .isEqualTo(shanghaiAt("2026-11-20 17:59:59.999"));
        assertThat(shanghai().workingTimeBetween(start, shanghaiAt("2026-11-21 08:00:00.5")))
                .hasMillis(29_750);
    }

    @Test
    void letsABreakWinOverAnOverrideOverAHolidayOverTheWeek() {
        var calendar = shanghai(
                holiday("2026-11-20"),
                open("2026-11-20", "10:00-16:00"),
                closedDuring("2026-11-20", "11:00-12:00", "15:30-17:00"),
                holiday("2026-11-23"));

        assertThat(calendar.workingTimeBetween(shanghaiAt("2026-11-20 00:00"), shanghaiAt("2026-11-21 00:00")))
                .hasMinutes(60 + 210);
        assertThat(calendar.isOpen(shanghaiAt("2026-11-20 09:30"))).isFalse();
        assertThat(calendar.isOpen(shanghaiAt("2026-11-20 10:00"))).isTrue();
        assertThat(calendar.isOpen(shanghaiAt("2026-11-20 11:00"))).isFalse();
        assertThat(calendar.isOpen(shanghaiAt("2026-11-20 12:00"))).isTrue();
        assertThat(calendar.nextOpening(shanghaiAt("2026-11-20 15:30"))).isEqualTo(shanghaiAt("2026-11-24 09:00"));
    }

    @Test
    void intersectsSupportHoursWithSiteHoursInAnotherZone() {
        var support = shanghai();
        var site = calendar("Europe/Berlin", "Mon-Fri 08:00-17:00", holiday("2026-11-24"));
        var both = support.intersect(site);

        assertThat(both.nextOpening(shanghaiAt("2026-11-23 09:00"))).isEqualTo(shanghaiAt("2026-11-23 15:00"));
        assertThat(both.nextOpening(shanghaiAt("2026-07-01 09:00"))).isEqualTo(shanghaiAt("2026-07-01 14:00"));
        assertThat(both.add(shanghaiAt("2026-11-23 15:00"), Duration.ofHours(4)))
                .isEqualTo(shanghaiAt("2026-11-25 16:00"));
        assertThat(both.addWorkingDays(shanghaiAt("2026-11-23 15:30"), 1, false))
                .isEqualTo(shanghaiAt("2026-11-25 15:30"));
        assertThat(both.addWorkingDays(shanghaiAt("2026-11-25 15:30"), -1, true))
                .isEqualTo(shanghaiAt("2026-11-23 18:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18 10:15, 3, false, 2026-11-23 10:15",
        "2026-11-21 12:00, 1, false, 2026-11-24 09:00", // Saturday + 1 = Tuesday's opening
        "2026-11-20 12:30, 1, false, 2026-11-23 13:00", // from lunch: the next opening
        "2026-11-20 10:00, 0, false, 2026-11-20 10:00",
        "2026-11-21 10:00, 0, true, 2026-11-23 18:00",
        "2026-11-20 10:00, 2, true, 2026-11-24 18:00",
        "2026-11-24 10:00, -2, false, 2026-11-20 10:00"
    })
    void addsWorkingDaysAtTheSameClockTime(String start, int days, boolean endOfDay, String due) {
        assertThat(shanghai().addWorkingDays(shanghaiAt(start), days, endOfDay)).isEqualTo(shanghaiAt(due));
    }

    @Test
    void movesAWorkingDaysClockTimeThatIsClosedToTheNextOpening() {
        var calendar = calendar("UTC", "Mon 10:30-19:00;Tue-Fri 08:30-19:00");

        assertThat(calendar.addWorkingDays(Instant.parse("2026-11-20T09:00:00Z"), 1, false))
                .isEqualTo("2026-11-23T10:30:00Z");
    }

    @Test
    void countsAMakeUpSaturdayAsAWorkingDay() {
        var calendar = shanghai(
                holiday("2026-10-01"), holiday("2026-10-02"), open("2026-10-10", "09:00-12:00", "13:00-18:00"));

        assertThat(calendar.addWorkingDays(shanghaiAt("2026-09-30 10:00"), 1, false))
                .isEqualTo(shanghaiAt("2026-10-05 10:00"));
        assertThat(calendar.addWorkingDays(shanghaiAt("2026-10-09 10:00"), 1, false))
                .isEqualTo(shanghaiAt("2026-10-10 10:00"));
    }

    @Test
    void saysSoWhenNoWorkingTimeIsLeft() {
        var closed = calendar("Europe/Berlin", "");
        var oneDay = calendar("Europe/Berlin", "", open("2026-11-20", "09:00-10:00"));
        var start = Instant.parse("2026-11-20T00:00:00Z");

        assertThat(closed.workingTimeBetween(start, start.plusSeconds(1_000_000_000L)))
                .isZero();
        assertThat(oneDay.add(start, Duration.ofHours(1))).isEqualTo("2026-11-20T09:00:00Z");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> closed.add(start, Duration.ofMinutes(1)))
                .satisfies(e -> assertThat(e.key()).isEqualTo("foundation.calendar.neverOpens"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> closed.nextOpening(start));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> oneDay.add(start, Duration.ofMinutes(61)));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> oneDay.add(start, Duration.ofMinutes(-1)));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> closed.addWorkingDays(start, 1, true));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> oneDay.addWorkingDays(start, 1, false));
    }

    @Test
    void refusesWhatLiesOutsideTheCalendarOfPeople() {
        var calendar = shanghai();
        var start = Instant.parse("2026-11-20T00:00:00Z");

        for (var amount : List.of(
                Duration.ofDays(3_000_000), Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> calendar.add(start, amount))
                    .satisfies(e -> assertThat(e.key()).isEqualTo("foundation.calendar.outOfRange"));
        }
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> calendar.isOpen(Instant.MAX));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> calendar.isOpen(Instant.MIN));
    }

    @Test
    void isRightInAnyYear() {
        var berlin = calendar("Europe/Berlin", "Mon-Fri 08:00-17:00");

        for (var year : new int[] {1, 1890, 1945, 2099, 2100, 2400, 2501, 9000}) {
            var monday = LocalDateTime.of(year, 7, 1, 8, 0)
                    .with(java.time.temporal.TemporalAdjusters.firstInMonth(java.time.DayOfWeek.MONDAY));
            var opening = monday.atZone(ZoneId.of("Europe/Berlin")).toInstant();
            assertThat(berlin.nextOpening(opening.minusSeconds(3600))).isEqualTo(opening);
            assertThat(berlin.add(opening, Duration.ofHours(45))).isEqualTo(opening.plus(Duration.ofHours(4 * 24 + 9)));
        }
        assertThat(berlin.workingTimeBetween(
                        Instant.parse("2001-01-01T00:00:00Z"), Instant.parse("2401-01-01T00:00:00Z")))
                .isEqualTo(Duration.ofHours(20_871L * 45));
    }
}
