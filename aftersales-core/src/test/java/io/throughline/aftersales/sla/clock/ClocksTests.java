package io.throughline.aftersales.sla.clock;

import static io.throughline.aftersales.sla.clock.ClockType.ACKNOWLEDGEMENT;
import static io.throughline.aftersales.sla.clock.ClockType.FIRST_RESPONSE;
import static io.throughline.aftersales.sla.clock.ClockType.NEXT_RESPONSE;
import static io.throughline.aftersales.sla.clock.ClockType.RESOLUTION;
import static io.throughline.aftersales.sla.clock.ClockType.RESTORE;
import static io.throughline.aftersales.sla.clock.PastFixtures.at;
import static io.throughline.aftersales.sla.clock.PastFixtures.opened;
import static io.throughline.aftersales.sla.clock.PastFixtures.shanghai;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.sla.clock.TicketPast.Speaker;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.foundation.calendar.Segment.Kind;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkPeriod;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.model.RuleViolation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What starts, stops and moves each clock; 2026-11-20 is a Friday. */
class ClocksTests {

    @Test
    void isDueAtClosingTimeWhenTheTargetRunsOutThere() {
        assertThat(opened("2026-11-20 17:00").read(RESOLUTION, "60").due()).isEqualTo(at("2026-11-20 18:00"));
    }

    @Test
    void startsAtTheNextOpeningOutsideHours() {
        assertThat(opened("2026-11-20 20:00").read(RESOLUTION, "30").due()).isEqualTo(at("2026-11-23 09:30"));
        assertThat(opened("2026-11-20 20:00").read(RESOLUTION, "0").due()).isEqualTo(at("2026-11-23 09:00"));
    }

    @Test
    void keepsSeconds() {
        assertThat(opened("2026-11-20 10:00:07").read(RESOLUTION, "30").due()).isEqualTo(at("2026-11-20 10:30:07"));
    }

    @Test
    void movesTheResolutionButNotTheFirstResponseByPauses() {
        var past = opened("2026-11-20 17:00").waits("2026-11-23 09:30", "2026-11-23 11:00");

        assertThat(past.read(RESOLUTION, "4h").due()).isEqualTo(at("2026-11-23 14:30"));
        assertThat(past.read(FIRST_RESPONSE, "4h").due()).isEqualTo(at("2026-11-23 12:00"));
    }

    @Test
    void hasNoDueTimeWhileAPauseHoldsItAndSaysSinceWhen() {
        var past = opened("2026-11-20 17:00").step("2026-11-20 17:20", "ON_HOLD", StatusCategory.PAUSED);
        var reading = past.read(RESOLUTION, "4h");

        assertThat(reading.due()).isNull();
        assertThat(reading.pausedSince()).isEqualTo(at("2026-11-20 17:20"));
        assertThat(new Clocks(shanghai(), past.past()).explain(reading))
                .extracting(ClockSegment::kind, ClockSegment::status, ClockSegment::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.COUNTED, null, at("2026-11-20 17:20")),
                        org.assertj.core.groups.Tuple.tuple(Kind.PAUSED, "ON_HOLD", null));
    }

    @Test
    void keepsTheDueTimeThatPassedBeforeThePause() {
        var reading = opened("2026-11-20 14:00")
                .step("2026-11-20 16:00", "ON_HOLD", StatusCategory.PAUSED)
                .read(RESOLUTION, "60");

        assertThat(reading.due()).isEqualTo(at("2026-11-20 15:00"));
        assertThat(reading.breachedAt(at("2026-11-20 17:00"))).isEqualTo(at("2026-11-20 15:00"));
    }

    @Test
    void takesResolvedUntilReopenedAsAPause() {
        var past = opened("2026-11-20 09:00")
                .step("2026-11-20 10:00", "RESOLVED", StatusCategory.RESOLVED)
                .step("2026-11-20 14:00", "IN_PROGRESS", StatusCategory.OPEN);

        assertThat(past.read(RESOLUTION, "2h").due()).isEqualTo(at("2026-11-20 15:00"));
        assertThat(past.read(RESOLUTION, "2h").stoppedAt()).isNull();
    }

    @Test
    void stopsAtTheResolutionAndStaysThereWhenClosed() {
        var past = opened("2026-11-20 09:00")
                .step("2026-11-20 10:00", "RESOLVED", StatusCategory.RESOLVED)
                .step("2026-11-24 10:00", "CLOSED", StatusCategory.CLOSED);
        var reading = past.read(RESOLUTION, "2h");

        assertThat(reading.stoppedAt()).isEqualTo(at("2026-11-20 10:00"));
        assertThat(reading.due()).isEqualTo(at("2026-11-20 11:00"));
        assertThat(reading.breachedAt(at("2026-12-24 10:00"))).isNull();
    }

    @Test
    void countsNoNoteAndNoAutomaticMailAsTheFirstResponse() {
        var past = opened("2026-11-20 09:00").said(Speaker.MACHINE, "2026-11-20 09:01");

        assertThat(past.read(FIRST_RESPONSE, "30").stoppedAt()).isNull();
        assertThat(past.said(Speaker.PERSON, "2026-11-20 09:20")
                        .read(FIRST_RESPONSE, "30")
                        .stoppedAt())
                .isEqualTo(at("2026-11-20 09:20"));
    }

    @Test
    void hasAnsweredAtOnceWhatWasLoggedOnThePhone() {
        assertThat(opened("2026-11-20 09:00")
                        .answeredAtOnce()
                        .read(FIRST_RESPONSE, "30")
                        .stoppedAt())
                .isEqualTo(at("2026-11-20 09:00"));
    }

    @Test
    void startsTheNextResponseAtTheOldestUnansweredMessage() {
        var clocks = opened("2026-11-20 09:00")
                .said(Speaker.CUSTOMER, "2026-11-20 09:05")
                .said(Speaker.PERSON, "2026-11-20 09:10")
                .said(Speaker.CUSTOMER, "2026-11-20 10:00")
                .said(Speaker.CUSTOMER, "2026-11-20 10:30")
                .said(Speaker.PERSON, "2026-11-20 11:30")
                .said(Speaker.CUSTOMER, "2026-11-20 14:00")
                .readAll(NEXT_RESPONSE, "60");

        assertThat(clocks)
                .extracting(ClockReading::start, ClockReading::due, ClockReading::stoppedAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                at("2026-11-20 10:00"), at("2026-11-20 11:00"), at("2026-11-20 11:30")),
                        org.assertj.core.groups.Tuple.tuple(at("2026-11-20 14:00"), at("2026-11-20 15:00"), null));
        assertThat(clocks.get(0).breachedAt(at("2026-12-01 09:00"))).isEqualTo(at("2026-11-20 11:00"));
    }

    @Test
    void hasNoNextResponseBeforeTheFirst() {
        assertThat(opened("2026-11-20 09:00")
                        .said(Speaker.CUSTOMER, "2026-11-20 09:30")
                        .readAll(NEXT_RESPONSE, "60"))
                .isEmpty();
    }

    @Test
    void letsAResolutionEndTheWaitForAWord() {
        var past = opened("2026-11-20 09:00").step("2026-11-20 10:00", "CANCELLED", StatusCategory.CLOSED);

        assertThat(past.read(FIRST_RESPONSE, "4h").stoppedAt()).isEqualTo(at("2026-11-20 10:00"));
    }

    @Test
    void stopsRestoringAtTheWorkaroundAndFixingOnlyAtTheSolution() {
        var past = opened("2026-11-20 09:00").restored("2026-11-20 10:00");

        assertThat(past.read(RESTORE, "2h").stoppedAt()).isEqualTo(at("2026-11-20 10:00"));
        assertThat(past.read(RESOLUTION, "2h").stoppedAt()).isNull();
    }

    @Test
    void restoresAtTheLatestByTheSolution() {
        assertThat(opened("2026-11-20 09:00")
                        .step("2026-11-20 10:00", "RESOLVED", StatusCategory.RESOLVED)
                        .read(RESTORE, "2h")
                        .stoppedAt())
                .isEqualTo(at("2026-11-20 10:00"));
    }

    @Test
    void acknowledgesAtTheFirstActOfAPerson() {
        assertThat(opened("2026-11-20 09:00").acknowledged("2026-11-20 11:00").read(ACKNOWLEDGEMENT, "1bd"))
                .extracting(ClockReading::due, ClockReading::stoppedAt)
                .containsExactly(at("2026-11-23 09:00"), at("2026-11-20 11:00"));
    }

    @Test
    void countsWorkingDaysFromTheNextOpening() {
        var saturday = opened("2026-11-21 10:00");

        assertThat(saturday.read(RESOLUTION, "1bd").due()).isEqualTo(at("2026-11-24 09:00"));
        assertThat(saturday.read(RESOLUTION, "1bd+eod").due()).isEqualTo(at("2026-11-24 18:00"));
        assertThat(opened("2026-11-20 15:00").read(RESOLUTION, "2bd").due()).isEqualTo(at("2026-11-24 15:00"));
    }

    @Test
    void addsPausesToWorkingDaysAsWorkingTime() {
        var paused = opened("2026-11-20 15:00").waits("2026-11-20 16:00", "2026-11-20 17:00");
        var atOpening = opened("2026-11-21 10:00").waits("2026-11-23 09:00", "2026-11-23 18:00");

        assertThat(paused.read(RESOLUTION, "2bd").due()).isEqualTo(at("2026-11-24 16:00"));
        assertThat(atOpening.read(RESOLUTION, "1bd").due()).isEqualTo(at("2026-11-25 09:00"));
    }

    @Test
    void countsOnlyWhatIsOpenOnBothSides() {
        var site = WorkCalendar.of(
                ZoneId.of("Europe/Berlin"), WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-16:00"), List.of());
        var past = opened("2026-11-20 09:00").past();

        // Berlin's 08–16 are Shanghai's 15–23, so both are open from 15 to 18
        assertThat(new Clocks(shanghai().intersect(site), past)
                        .read(RESOLUTION, Target.parse("4h"))
                        .get(0)
                        .due())
                .isEqualTo(at("2026-11-23 16:00"));
    }

    @Test
    void namesHolidaysMakeUpDaysAndTheStatusOfEachPause() {
        var calendar = WorkCalendar.of(
                PastFixtures.SHANGHAI,
                PastFixtures.week("Mon-Fri 09:00-12:00"),
                List.of(
                        SpecialDay.override(LocalDate.parse("2026-11-21"), "", WorkPeriod.parse("09:00-12:00")),
                        SpecialDay.holiday(LocalDate.parse("2026-11-23"), "")));
        var clocks = new Clocks(
                calendar,
                opened("2026-11-20 11:00")
                        .step("2026-11-20 11:20", "WAITING_CUSTOMER", StatusCategory.PAUSED)
                        .step("2026-11-20 11:40", "WAITING_THIRD_PARTY", StatusCategory.PAUSED)
                        .step("2026-11-20 11:50", "IN_PROGRESS", StatusCategory.OPEN)
                        .past());
        var reading = clocks.read(RESOLUTION, Target.parse("4h")).get(0);

        assertThat(reading.due()).isEqualTo(at("2026-11-24 09:30"));
        assertThat(clocks.explain(reading))
                .extracting(ClockSegment::kind, ClockSegment::status)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Kind.PAUSED, "WAITING_CUSTOMER"),
                        org.assertj.core.groups.Tuple.tuple(Kind.PAUSED, "WAITING_THIRD_PARTY"),
                        org.assertj.core.groups.Tuple.tuple(Kind.MAKE_UP_DAY, null),
                        org.assertj.core.groups.Tuple.tuple(Kind.HOLIDAY, null));
        assertThat(clocks.explain(reading).stream()
                        .filter(ClockSegment::counts)
                        .map(ClockSegment::time)
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "5d", "1001bd", "2000001", "99999999h", "5 bd eod", "٣"})
    void refusesTargetsNobodyCanPromise(String text) {
        assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void writesTargetsAsItReadsThem() {
        for (var text : List.of("0m", "90m", "5bd", "5bd+eod")) {
            assertThat(Target.parse(text)).hasToString(text);
        }
        assertThat(Target.parse(" 4H ")).hasToString("240m");
    }
}
