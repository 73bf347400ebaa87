package io.throughline.foundation.calendar;

import static io.throughline.foundation.calendar.CalendarFixtures.at;
import static io.throughline.foundation.calendar.CalendarFixtures.calendar;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which the clocks change: real elapsed minutes count, an hour that does not exist yields nothing. */
class ClockChangeTests {

    @ParameterizedTest
    @CsvSource({
        // zone, date, period, real minutes
        "Europe/Berlin, 2026-03-29, 00:00-24:00, 1380",
        "Europe/Berlin, 2026-10-25, 00:00-24:00, 1500",
        "Europe/Berlin, 2026-03-29, 02:00-03:00, 0",
        "Europe/Berlin, 2026-03-29, 02:30-04:00, 60",
        "Europe/Berlin, 2026-10-25, 02:00-03:00, 120",
        "Europe/Berlin, 2026-03-29, 08:00-17:00, 540",
        "America/New_York, 2026-03-08, 00:00-06:00, 300",
        "America/New_York, 2026-11-01, 00:00-06:00, 420",
        "Australia/Lord_Howe, 2026-04-05, 00:00-24:00, 1470",
        "Australia/Lord_Howe, 2026-10-04, 00:00-24:00, 1410",
        "America/Santiago, 2026-09-06, 00:00-02:00, 60",
        "America/Santiago, 2026-04-04, 22:00-24:00, 180",
        "Asia/Shanghai, 2026-03-29, 00:00-24:00, 1440",
        "Pacific/Apia, 2011-12-30, 00:00-24:00, 0"
    })
    void countRealMinutes(String zone, LocalDate date, String period, long minutes) {
        var calendar = calendar(zone, "Mon-Sun " + period);
        var noonBefore = at(ZoneId.of(zone), date.minusDays(1) + "T12:00");
        var noonAfter = at(ZoneId.of(zone), date.plusDays(1) + "T12:00");
        var ordinary = calendar(zone, "Mon-Sun " + period, CalendarFixtures.holiday(date.toString()));

        var withTheDay = calendar.workingTimeBetween(noonBefore, noonAfter);
        var withoutTheDay = ordinary.workingTimeBetween(noonBefore, noonAfter);

        assertThat(withTheDay.minus(withoutTheDay)).hasMinutes(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T16:00, 60, 2026-03-28T17:00", // the evening before: closing time
        "Europe/Berlin, 2026-03-28T16:00, 120, 2026-03-29T09:00",
        "Europe/Berlin, 2026-10-24T16:00, 120, 2026-10-25T09:00",
        "America/New_York, 2026-03-07T16:30, 60, 2026-03-08T08:30",
        "America/New_York, 2026-10-31T16:30, 60, 2026-11-01T08:30",
        "Australia/Lord_Howe, 2026-04-04T16:30, 60, 2026-04-05T08:30",
        "Australia/Lord_Howe, 2026-10-03T16:30, 60, 2026-10-04T08:30",
        "Asia/Shanghai, 2026-03-28T16:30, 60, 2026-03-29T08:30"
    })
    void doNotMoveOfficeHours(String zone, String start, long minutes, String due) {
        var calendar = calendar(zone, "Mon-Sun 08:00-17:00");
        var id = ZoneId.of(zone);

        assertThat(calendar.add(at(id, start), Duration.ofMinutes(minutes))).isEqualTo(at(id, due));
        assertThat(calendar.workingTimeBetween(at(id, start), at(id, due))).hasMinutes(minutes);
    }

    @Test
    void countTheHourThatComesTwiceTwice() {
        var calendar = calendar("Europe/Berlin", "24x7");
        var start = Instant.parse("2026-10-24T22:00:00Z"); // midnight in Berlin

        assertThat(calendar.add(start, Duration.ofHours(25)))
                .isEqualTo(at(CalendarFixtures.BERLIN, "2026-10-26T00:00"));
    }

    @Test
    void letAWorkingDaysClockTimeThatDoesNotExistBeTheNextOpening() {
        var calendar = calendar("Europe/Berlin", "Mon-Sun 02:00-05:00");

        assertThat(calendar.addWorkingDays(at(CalendarFixtures.BERLIN, "2026-03-28T02:30"), 1, false))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }
}
