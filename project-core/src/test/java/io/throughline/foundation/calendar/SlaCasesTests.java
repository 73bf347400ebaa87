package io.throughline.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Due times that the published tests of other service desks expect, and ours must give too. */
class SlaCasesTests {

    private static final Pattern WORKING_DAYS = Pattern.compile("(-?\\d+)bd(\\+eod)?");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sla-cases.csv", numLinesToSkip = 1)
    void findsTheDueTimeOtherDesksFind(
            String source,
            String zone,
            String week,
            String holidays,
            Instant start,
            String target,
            String pauses,
            Instant due) {
        assumeFalse(
                source.contains("{tie:next-open}"),
                "other systems move a tie to the next opening; ours is closing time");
        assumeFalse(source.contains("{conflict"), "contradicts the other sources");
        var specials = holidays == null
                ? java.util.List.<SpecialDay>of()
                : Arrays.stream(holidays.split(";"))
                        .map(date -> SpecialDay.holiday(LocalDate.parse(date.trim()), ""))
                        .toList();
        var calendar = WorkCalendar.of(ZoneId.of(zone), CalendarFixtures.week(week), specials);

        var found = due(calendar, start, target, pauses == null ? "" : pauses);

        var tolerance = source.contains("{tolerance:60s}") ? 60 : 0;
        assertThat(found).isCloseTo(due, within(tolerance, ChronoUnit.SECONDS));
    }

    private static Instant due(WorkCalendar calendar, Instant start, String target, String pauses) {
        var days = WORKING_DAYS.matcher(target);
        if (days.matches()) {
            return calendar.addWorkingDays(start, Integer.parseInt(days.group(1)), days.group(2) != null);
        }
        var minutes = new BigDecimal(target);
        var working = Duration.ofNanos(
                minutes.movePointRight(9).multiply(BigDecimal.valueOf(60)).longValueExact());
        var due = calendar.due(start, working, CalendarFixtures.pauses(pauses));
        var counted = due.segments().stream()
                .filter(Segment::counts)
                .map(Segment::time)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(counted).as("counted parts add up to the target").isEqualTo(working);
        assertThat(due.at())
                .isEqualTo(calendar.dueAt(start, working, CalendarFixtures.pauses(pauses))
                        .orElseThrow());
        return java.util.Objects.requireNonNull(due.at());
    }
}
