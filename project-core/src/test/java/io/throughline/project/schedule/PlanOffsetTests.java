package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday to Friday; the first eight days of October 2026 are off. */
class PlanOffsetTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final PlanHours HOURS = new PlanHours(WorkCalendar.of(
                    ZoneOffset.UTC,
                    WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00"),
                    IntStream.rangeClosed(1, 8)
                            .mapToObj(day -> SpecialDay.holiday(LocalDate.of(2026, 10, day), "十一"))
                            .toList())
            .local());

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00, 2026-09-30, 0T08:00, 2026-09-30T08:00",
        "2026-03-12T10:00, 2026-09-30, 8T10:00, 2026-10-20T10:00",
        "2026-03-03T00:00, 2026-09-30, 1T00:00, 2026-10-09T00:00",
        "2026-02-26T17:00, 2026-09-30, -2T17:00, 2026-09-28T17:00",
        "2026-03-08T12:00, 2026-09-30, 4+2T12:00, 2026-10-14T12:00",
        "2026-03-07T12:00, 2026-09-25, 4+1T12:00, 2026-10-10T12:00"
    })
    void countsWorkingDays(LocalDateTime moment, LocalDate start, String offset, LocalDateTime then) {
        var found = PlanOffset.of(HOURS, MONDAY, moment);

        assertThat(found).hasToString(offset);
        assertThat(PlanOffset.parse(offset)).isEqualTo(found);
        assertThat(found.moment(HOURS, MONDAY)).isEqualTo(moment);
        assertThat(found.moment(HOURS, start)).isEqualTo(then);
    }

    @Test
    void refusesWhatIsNoOffset() {
        assertThatThrownBy(() -> PlanOffset.parse("heute")).isInstanceOf(IllegalArgumentException.class);
    }
}
