package io.throughline.foundation.calendar;

import static io.throughline.foundation.calendar.CalendarFixtures.shanghaiAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@CoreTest
@RecordApplicationEvents
class WorkCalendarsTests {

    private static final Viewer ADMIN = Viewer.system("test");

    @Autowired
    WorkCalendars calendars;

    @Autowired
    WorkCalendarQueries queries;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void startsWithTheStandardCalendars() {
        var china = queries.require(ADMIN, WorkCalendarId.CHINA_STANDARD).definition();
        var shipped = new ArrayList<SpecialDay>();
        HolidayLists.CHINA.forEach(year -> shipped.addAll(HolidayLists.china(year, china.week())));

        assertThat(china.specialDays()).isEqualTo(shipped);
        assertThat(calendars
                        .current(WorkCalendarId.CHINA_STANDARD)
                        .add(shanghaiAt("2026-09-30 17:00"), Duration.ofHours(2)))
                .isEqualTo(shanghaiAt("2026-10-08 10:00"));
        assertThat(queries.require(ADMIN, WorkCalendarId.EUROPE_BERLIN)
                        .definition()
                        .week())
                .isEqualTo(CalendarFixtures.week("Mon-Fri 08:00-17:00"));
        assertThat(calendars.current(WorkCalendarId.ALWAYS).isOpen(shanghaiAt("2026-10-04 03:00")))
                .isTrue();
        assertThat(queries.list(ADMIN))
                .filteredOn(row -> row.id().equals(WorkCalendarId.CHINA_STANDARD))
                .extracting(CalendarRow::specialDays)
                .containsExactly((long) shipped.size());
    }

    @Test
    void countsWithTheRevisionValidThen() {
        var id = create();
        var before = clock.instant();
        var closed = SpecialDay.holiday(LocalDate.of(2026, 11, 23), "盘点");

        calendars.addSpecialDays(ADMIN, id, null, List.of(closed), "stocktaking");

        var friday = shanghaiAt("2026-11-20 17:00");
        assertThat(calendars.current(id).add(friday, Duration.ofHours(2))).isEqualTo(shanghaiAt("2026-11-24 10:00"));
        assertThat(calendars.asOf(id, before).add(friday, Duration.ofHours(2)))
                .isEqualTo(shanghaiAt("2026-11-23 10:00"));
        assertThat(calendars.asOf(id, before.minusSeconds(1_000_000)).add(friday, Duration.ofHours(2)))
                .isEqualTo(shanghaiAt("2026-11-23 10:00"));
        assertThat(calendars.asOf(id, clock.instant().plusSeconds(1))).isSameAs(calendars.current(id));
        assertThat(queries.revisions(ADMIN, id))
                .extracting(CalendarRevisionRow::number, CalendarRevisionRow::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "stocktaking"),
                        org.assertj.core.groups.Tuple.tuple(1, "create"));
        assertThat(events.stream(WorkCalendarChanged.class))
                .containsExactly(new WorkCalendarChanged(id.value(), 2, "stocktaking"));
    }

    @Test
    void keepsTheRevisionWhenOnlyTheNameChanges() {
        var id = create();
        var engine = calendars.current(id);
        var old = queries.require(ADMIN, id).definition();

        calendars.change(
                ADMIN, id, 0, new CalendarDefinition("新名", "New name", old.zone(), old.week(), old.specialDays()));

        assertThat(queries.require(ADMIN, id).definition().nameEn()).isEqualTo("New name");
        assertThat(queries.require(ADMIN, id).revision()).isEqualTo(1);
        assertThat(calendars.current(id)).isSameAs(engine);
    }

    @Test
    void addsReplacesAndRemovesSpecialDays() {
        var id = create();
        var date = LocalDate.of(2026, 11, 23);
        var open = SpecialDay.override(date, "调休", WorkPeriod.parse("10:00-11:00"));
        var pause = SpecialDay.pause(date, "停电", WorkPeriod.parse("10:30-11:00"));

        calendars.addSpecialDays(ADMIN, id, null, List.of(SpecialDay.holiday(date, "节")), "a");
        calendars.addSpecialDays(ADMIN, id, null, List.of(open), "b");
        calendars.addSpecialDays(ADMIN, id, null, List.of(pause), "c");
        assertThat(queries.require(ADMIN, id).definition().specialDays()).containsExactly(open, pause);

        calendars.removeSpecialDay(ADMIN, id, null, open);
        assertThat(queries.require(ADMIN, id).definition().specialDays()).containsExactly(pause);
    }

    @Test
    void takesOverAndCopiesHolidays() {
        var id = create();

        calendars.importChina(ADMIN, id, null, 2026);
        int copied = calendars.copyToNextYear(ADMIN, id, null, 2026);

        assertThat(copied).isEqualTo(33);
        assertThat(queries.require(ADMIN, id).definition().specialDays()).hasSize(33 + 6 + 33);
    }

    @Test
    void refusesWhatCannotBeMeant() {
        var id = create();
        var week = CalendarFixtures.week("Mon-Fri 09:00-17:00");
        var holiday = SpecialDay.holiday(LocalDate.of(2026, 11, 23), "");

        assertRefused("foundation.calendar.name", () -> define(" ", week, List.of()));
        assertRefused("foundation.calendar.neverOpens", () -> define("x", WorkWeek.CLOSED, List.of(holiday)));
        assertRefused("foundation.calendar.dayTwice", () -> define("x", week, List.of(holiday, holiday)));
        assertRefused("foundation.calendar.overlap", () -> CalendarFixtures.week("Mon 09:00-12:00,11:00-13:00"));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> calendars.change(ADMIN, id, 7, define("x", week, List.of())));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.current(new WorkCalendarId(99)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> queries.require(ADMIN, new WorkCalendarId(99)));
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(call).satisfies(e -> assertThat(e.key())
                .isEqualTo(key));
    }

    private static CalendarDefinition define(String name, WorkWeek week, List<SpecialDay> days) {
        return new CalendarDefinition(name, name, CalendarFixtures.SHANGHAI, week, days);
    }

    private WorkCalendarId create() {
        return calendars.create(
                ADMIN, define("现场", CalendarFixtures.week("Mon-Fri 09:00-12:00,13:00-18:00"), List.of()));
    }
}
