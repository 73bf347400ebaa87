package io.throughline.aftersales.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.sla.clock.TicketPast.Speaker;
import io.throughline.aftersales.sla.clock.TicketPast.Step;
import io.throughline.aftersales.sla.clock.TicketPast.Word;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.foundation.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mon–Fri 09–12 and 13–18 in Shanghai; 2026-11-20 is a Friday. Expected values are worked out by hand. */
class StageTimesTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar OFFICE =
            WorkCalendar.of(SHANGHAI, PastFixtures.week("Mon-Fri 09:00-12:00,13:00-18:00"), List.of());

    private final List<Step> steps = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    /** Worked example V4 of the catalogue. */
    @Test
    void countsTheFirstAnswerOverTheWeekend() {
        step("20T17:30", "NEW", StatusCategory.OPEN);
        word("23T09:45", Speaker.PERSON);

        var answered = times("20T17:30", false, null).answered();

        assertThat(answered).isEqualTo(new StageTimes.Stage(at("23T09:45"), Duration.ofMinutes(75)));
    }

    /** Worked example V6 of the catalogue. */
    @Test
    void takesPausesOutOfTheResolution() {
        step("23T10:00", "NEW", StatusCategory.OPEN);
        step("23T11:00", "WAITING_CUSTOMER", StatusCategory.PAUSED);
        step("24T14:00", "IN_PROGRESS", StatusCategory.OPEN);
        step("24T16:30", "RESOLVED", StatusCategory.RESOLVED);

        var times = times("23T10:00", false, null);

        assertThat(times.gross()).isEqualTo(Duration.ofMinutes(810));
        assertThat(times.resolved()).isEqualTo(new StageTimes.Stage(at("24T16:30"), Duration.ofMinutes(210)));
        assertThat(times.waited()).isEqualTo(Duration.ofMinutes(210));
        assertThat(times.restored()).isEqualTo(new StageTimes.Stage(at("24T16:30"), Duration.ofMinutes(810)));
    }

    @Test
    void keepsTheThirdPartyApartAndInTheCustomersWait() {
        step("23T09:00", "NEW", StatusCategory.OPEN);
        step("23T10:00", "WAITING_THIRD_PARTY", StatusCategory.PAUSED);
        step("23T15:00", "IN_PROGRESS", StatusCategory.OPEN);
        step("23T16:00", "RESOLVED", StatusCategory.RESOLVED);
        step("24T09:00", "IN_PROGRESS", StatusCategory.OPEN);
        step("24T10:00", "RESOLVED", StatusCategory.RESOLVED);
        step("30T10:00", "CLOSED", StatusCategory.CLOSED);

        var times = times("23T09:00", false, null);

        assertThat(times.resolved()).isEqualTo(new StageTimes.Stage(at("24T10:00"), Duration.ofHours(3)));
        assertThat(times.gross()).isEqualTo(Duration.ofHours(9));
        assertThat(times.thirdParty()).isEqualTo(Duration.ofHours(4));
        assertThat(times.waited()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void hasNoResolutionWhileOpenedAgain() {
        step("23T09:00", "NEW", StatusCategory.OPEN);
        step("23T10:00", "RESOLVED", StatusCategory.RESOLVED);
        step("23T11:00", "IN_PROGRESS", StatusCategory.OPEN);

        var times = times("23T09:00", false, null);

        assertThat(times.resolved()).isNull();
        assertThat(times.gross()).isZero();
    }

    @Test
    void acknowledgesByTheFirstThingAPersonDid() {
        step("23T09:00", "NEW", StatusCategory.OPEN);
        word("23T09:01", Speaker.MACHINE);
        word("23T11:00", Speaker.PERSON);

        assertThat(times("23T09:00", false, at("23T09:30")).acknowledged())
                .isEqualTo(new StageTimes.Stage(at("23T09:30"), Duration.ofMinutes(30)));
        assertThat(times("23T09:00", false, null).acknowledged())
                .isEqualTo(new StageTimes.Stage(at("23T11:00"), Duration.ofHours(2)));
    }

    @Test
    void startsOneWaitForSeveralQuestionsInARow() {
        step("23T09:00", "NEW", StatusCategory.OPEN);
        word("23T09:00", Speaker.CUSTOMER);
        word("23T09:30", Speaker.PERSON);
        word("23T10:00", Speaker.CUSTOMER);
        word("23T10:30", Speaker.CUSTOMER);
        word("23T14:00", Speaker.PERSON);
        word("23T17:00", Speaker.CUSTOMER);

        assertThat(times("23T09:00", false, null).replies())
                .containsExactly(new StageTimes.Reply(at("23T10:00"), at("23T14:00"), Duration.ofHours(3)));
    }

    @Test
    void isNoReplyWhereTheMatterWasResolvedWithoutAWord() {
        step("23T09:00", "NEW", StatusCategory.OPEN);
        word("23T09:30", Speaker.PERSON);
        word("23T10:00", Speaker.CUSTOMER);
        step("23T11:00", "RESOLVED", StatusCategory.RESOLVED);
        word("24T10:00", Speaker.CUSTOMER);
        word("24T11:00", Speaker.PERSON);

        assertThat(times("23T09:00", false, null).replies())
                .containsExactly(new StageTimes.Reply(at("24T10:00"), at("24T11:00"), Duration.ofHours(1)));
    }

    @Test
    void isAnsweredAtOnceOnThePhone() {
        step("23T09:00", "NEW", StatusCategory.OPEN);
        word("23T15:00", Speaker.PERSON);

        var times = times("23T09:00", true, null);

        assertThat(times.answered()).isNull();
        assertThat(times.acknowledged()).isEqualTo(new StageTimes.Stage(at("23T09:00"), Duration.ZERO));
    }

    private StageTimes times(String opened, boolean atOnce, @Nullable Instant taken) {
        return StageTimes.of(new TicketPast(at(opened), atOnce, steps, words, null, null), taken, OFFICE);
    }

    private void step(String at, String status, StatusCategory category) {
        steps.add(new Step(at(at), status, category, null));
    }

    private void word(String at, Speaker speaker) {
        words.add(new Word(at(at), speaker));
    }

    private static Instant at(String day) {
        return LocalDateTime.parse("2026-11-" + day).atZone(SHANGHAI).toInstant();
    }
}
