package io.throughline.aftersales.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Due times that the published tests of other service desks expect, found from a ticket's past. */
class SlaCasesTests {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sla-cases.csv", numLinesToSkip = 1)
    void isDueWhenOtherDesksSaySo(
            String source,
            String zone,
            String week,
            String holidays,
            Instant start,
            String target,
            String pauses,
            Instant due) {
        assumeFalse(source.contains("{tie:next-open}"), "ours is closing time");
        assumeFalse(source.contains("{conflict"), "contradicts the other sources");
        var specials = holidays == null
                ? List.<SpecialDay>of()
                : Arrays.stream(holidays.split(";"))
                        .map(date -> SpecialDay.holiday(LocalDate.parse(date.trim()), ""))
                        .toList();
        var clocks = new Clocks(
                WorkCalendar.of(ZoneId.of(zone), PastFixtures.week(week), specials),
                past(start, pauses == null ? "" : pauses));

        var reading = clocks.read(ClockType.RESOLUTION, target(target)).get(0);

        var tolerance = source.contains("{tolerance:60s}") ? 60 : 0;
        assertThat(reading.due()).isNotNull().isCloseTo(due, within(tolerance, ChronoUnit.SECONDS));
        if (target(target) instanceof Target.Time time) {
            assertThat(clocks.explain(reading).stream()
                            .filter(ClockSegment::counts)
                            .map(ClockSegment::time)
                            .reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(time.working());
        }
    }

    private static TicketPast past(Instant start, String pauses) {
        var past = PastFixtures.opened(start);
        for (var pair : pauses.split(";")) {
            if (!pair.isBlank()) {
                var ends = pair.trim().split("/");
                past.step(Instant.parse(ends[0]), "WAITING_CUSTOMER", StatusCategory.PAUSED)
                        .step(Instant.parse(ends[1]), "IN_PROGRESS", StatusCategory.OPEN);
            }
        }
        return past.past();
    }

    /** The cases also count back, and in parts of minutes; nobody may promise that. */
    private static Target target(String text) {
        if (text.contains("bd")) {
            return new Target.Days(Integer.parseInt(text.substring(0, text.indexOf("bd"))), text.endsWith("+eod"));
        }
        return new Target.Time(Duration.ofMillis(
                new BigDecimal(text).multiply(BigDecimal.valueOf(60_000)).longValueExact()));
    }
}
