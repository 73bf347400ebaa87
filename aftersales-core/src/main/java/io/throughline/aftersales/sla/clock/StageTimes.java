package io.throughline.aftersales.sla.clock;

import io.throughline.aftersales.sla.clock.TicketPast.Speaker;
import io.throughline.aftersales.sla.clock.TicketPast.Stillness;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.foundation.calendar.Pause;
import io.throughline.foundation.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of a ticket took, whether anything was promised or not: a pure function of past and calendar, as the
 * service measures of the catalogue's section 6 want it.
 *
 * <p><b>Method.</b> With {@code W(a, b)} the working time between two moments, creation {@code c} and the last resolution
 * {@code r}: gross is {@code W(c, r)}, net is gross less {@code W} of every pause; a stretch of being resolved and opened
 * again is a pause. First response, acknowledgement and replies are not moved by pauses.
 *
 * <p><b>Example</b> (catalogue V6). Mon–Fri 09–12 and 13–18; created Mon 10:00, waiting for the customer Mon 11:00 to Tue
 * 14:00, resolved Tue 16:30: gross 810 minutes, paused 600, net 210.
 *
 * @param acknowledged the first thing a person of ours did; its working time null where it was at once
 * @param answered the first public word of a person of ours after the creation
 * @param restored a workaround, or the resolution where there was none
 * @param resolved the last resolution, net; null while it is worked on
 * @param gross of the resolution, with pauses; zero while it is worked on, as the two below
 * @param thirdParty the part of {@code gross} spent waiting for a third party
 * @param waited the part of {@code gross} in which the customer waited: all but waiting for the customer and being resolved
 * @param replies our answers to later questions, the oldest first
 */
public record StageTimes(
        @Nullable Stage acknowledged,
        @Nullable Stage answered,
        @Nullable Stage restored,
        @Nullable Stage resolved,
        Duration gross,
        Duration thirdParty,
        Duration waited,
        List<Reply> replies) {

    public StageTimes {
        gross = whole(gross);
        thirdParty = whole(thirdParty);
        waited = whole(waited);
        replies = List.copyOf(replies);
    }

    /** @param working time from the creation, in whole seconds */
    public record Stage(Instant at, Duration working) {

        public Stage {
            working = whole(working);
        }
    }

    /** @param working time from the question, in whole seconds */
    public record Reply(Instant asked, Instant answered, Duration working) {

        public Reply {
            working = whole(working);
        }
    }

    /**
     * @param taken when a person took it, gave it to somebody or began work; null where none did
     */
    public static StageTimes of(TicketPast past, @Nullable Instant taken, WorkCalendar calendar) {
        var opened = past.opened();
        var answer = past.answeredAtOnce() ? null : answerAfter(past, opened);
        var rest = past.restsSince();
        var restored = earliest(past.restored(), rest);
        var still = rest == null ? List.<Stillness>of() : past.stillness();
        var gross = rest == null ? Duration.ZERO : calendar.workingTimeBetween(opened, later(rest, opened));
        return new StageTimes(
                stage(calendar, opened, past.answeredAtOnce() ? opened : earliest(taken, answer)),
                stage(calendar, opened, answer),
                stage(calendar, opened, restored),
                rest == null
                        ? null
                        : new Stage(
                                rest,
                                calendar.workingTime(opened, later(rest, opened), within(still, each -> true, rest))),
                gross,
                rest == null ? Duration.ZERO : spent(calendar, opened, rest, still, StageTimes::isThirdParty),
                rest == null
                        ? Duration.ZERO
                        : gross.minus(spent(calendar, opened, rest, still, StageTimes::isWithCustomer)),
                replies(past, calendar, past.answeredAtOnce() ? opened : answer));
    }

    private static boolean isThirdParty(TicketPast.Step step) {
        return step.status().equals(TicketStatus.WAITING_THIRD_PARTY);
    }

    private static boolean isWithCustomer(TicketPast.Step step) {
        return step.status().equals(TicketStatus.WAITING_CUSTOMER) || step.category() != StatusCategory.PAUSED;
    }

    private static Duration spent(
            WorkCalendar calendar, Instant from, Instant to, List<Stillness> still, Predicate<TicketPast.Step> which) {
        return calendar.workingTimeBetween(from, later(to, from))
                .minus(calendar.workingTime(from, later(to, from), within(still, which, to)));
    }

    private static List<Pause> within(List<Stillness> still, Predicate<TicketPast.Step> which, Instant end) {
        return still.stream()
                .filter(each -> which.test(each.why()) && each.pause().from().isBefore(end))
                .map(Stillness::pause)
                .map(pause -> pause.to() == null || pause.to().isAfter(end) ? new Pause(pause.from(), end) : pause)
                .toList();
    }

    /** Several questions in a row start one wait; one that ended with a resolution and no word is no reply. */
    private static List<Reply> replies(TicketPast past, WorkCalendar calendar, @Nullable Instant first) {
        var replies = new ArrayList<Reply>();
        var since = first;
        while (since != null) {
            var asked = questionAfter(past, since);
            if (asked == null) {
                break;
            }
            var answer = past.firstAnswerFrom(asked);
            var rest = past.firstRestFrom(asked);
            if (answer != null && (rest == null || !rest.isBefore(answer))) {
                replies.add(new Reply(asked, answer, calendar.workingTimeBetween(asked, answer)));
            }
            since = earliest(answer, rest);
        }
        return replies;
    }

    private static @Nullable Instant questionAfter(TicketPast past, Instant moment) {
        return past.words().stream()
                .filter(word -> word.speaker() == Speaker.CUSTOMER && word.at().isAfter(moment))
                .map(TicketPast.Word::at)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant answerAfter(TicketPast past, Instant moment) {
        return past.words().stream()
                .filter(word -> word.speaker() == Speaker.PERSON && word.at().isAfter(moment))
                .map(TicketPast.Word::at)
                .findFirst()
                .orElse(null);
    }

    /** A ticket may have taken over words and steps older than itself: nothing happens before its creation. */
    private static @Nullable Stage stage(WorkCalendar calendar, Instant opened, @Nullable Instant at) {
        return at == null ? null : new Stage(later(at, opened), calendar.workingTimeBetween(opened, later(at, opened)));
    }

    private static Duration whole(Duration time) {
        return Duration.ofSeconds(time.toSeconds());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
        return Stream.of(Optional.ofNullable(a), Optional.ofNullable(b))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
