package io.throughline.aftersales.sla.clock;

import io.throughline.aftersales.sla.clock.TicketPast.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when one promise runs, whatever was promised.
 *
 * @param stop when it was kept or fell away; null while it runs
 */
record ClockSpan(ClockType type, Instant start, @Nullable Instant stop) {

    /** At most one, but for the next response: one for each stretch in which the customer waited. */
    static List<ClockSpan> of(ClockType type, TicketPast past) {
        var start = past.opened();
        return switch (type) {
            case FIRST_RESPONSE -> List.of(new ClockSpan(type, start, firstResponse(past)));
            case NEXT_RESPONSE -> nextResponses(past);
            case ACKNOWLEDGEMENT ->
                List.of(new ClockSpan(
                        type, start, from(start, earlier(past.acknowledged(), past.firstRestFrom(start)))));
            case RESTORE ->
                List.of(new ClockSpan(type, start, from(start, earlier(past.restored(), past.restsSince()))));
            case RESOLUTION -> List.of(new ClockSpan(type, start, from(start, past.restsSince())));
        };
    }

    private static @Nullable Instant firstResponse(TicketPast past) {
        var start = past.opened();
        return past.answeredAtOnce()
                ? start
                : from(start, earlier(past.firstAnswerFrom(Instant.MIN), past.firstRestFrom(start)));
    }

    /**
     * From the oldest customer's message that nobody answered to our next public word; more messages do not move it. Until
     * the first response that one's clock runs alone. A resolution or closure without a word ends the waiting too.
     */
    private static List<ClockSpan> nextResponses(TicketPast past) {
        var answered = firstResponse(past);
        var spans = new ArrayList<ClockSpan>();
        while (answered != null) {
            var asked = firstQuestionAfter(past, answered);
            if (asked == null) {
                break;
            }
            answered = earlier(past.firstAnswerFrom(asked), past.firstRestFrom(asked));
            spans.add(new ClockSpan(ClockType.NEXT_RESPONSE, asked, answered));
        }
        return spans;
    }

    private static @Nullable Instant firstQuestionAfter(TicketPast past, Instant answer) {
        return past.words().stream()
                .filter(word -> word.speaker() == Speaker.CUSTOMER && word.at().isAfter(answer))
                .map(TicketPast.Word::at)
                .findFirst()
                .orElse(null);
    }

    /** A ticket can take over older words than itself; its clocks then stop where they start. */
    private static @Nullable Instant from(Instant start, @Nullable Instant stop) {
        return stop != null && stop.isBefore(start) ? start : stop;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
