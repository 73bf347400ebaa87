package io.throughline.aftersales.sla.clock;

import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.foundation.calendar.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that clocks know of a ticket. Nothing in it is a counter (service rule 4).
 *
 * @param opened where its clocks start
 * @param answeredAtOnce logged while talking to the customer: the first response was given with the first word
 * @param steps its statuses, each from its time until the next one's; in order of time
 * @param words its public messages, in order of time
 * @param acknowledged when the customer was told that we have it
 * @param restored when a workaround was given
 */
public record TicketPast(
        Instant opened,
        boolean answeredAtOnce,
        List<Step> steps,
        List<Word> words,
        @Nullable Instant acknowledged,
        @Nullable Instant restored) {

    /** @param reason what was said about a pause, for the strip */
    public record Step(
            Instant at,
            String status,
            StatusCategory category,
            @Nullable String reason) {}

    /** A message that the customer can read, or wrote. */
    public record Word(Instant at, Speaker speaker) {}

    public enum Speaker {
        CUSTOMER,
        /** Somebody of ours: the only one whose words answer (service rule 6). */
        PERSON,
        /** Mail that sends itself. */
        MACHINE
    }

    public TicketPast {
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
        words = words.stream().sorted(Comparator.comparing(Word::at)).toList();
    }

    /** Why a clock stood still, and for how long. */
    record Stillness(Pause pause, Step why) {}

    /** When the ticket came to its present rest, resolved or closed; null while it is worked on. */
    @Nullable
    Instant restsSince() {
        Instant rest = null;
        for (var step : steps) {
            boolean resting = !step.category().isLive();
            rest = resting ? (rest == null ? step.at() : rest) : null;
        }
        return rest;
    }

    /** When it was first resolved or closed after this moment, reopened later or not. */
    @Nullable
    Instant firstRestFrom(Instant from) {
        return steps.stream()
                .filter(step -> !step.category().isLive() && !step.at().isBefore(from))
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    /** The paused statuses, and resolved ones that were reopened; the last may have no end yet. */
    List<Stillness> stillness() {
        var rest = restsSince();
        var still = new ArrayList<Stillness>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var end = i + 1 < steps.size() ? steps.get(i + 1).at() : null;
            boolean waits = step.category() != StatusCategory.OPEN;
            boolean over = rest != null && !step.at().isBefore(rest);
            if (waits && !over && !step.at().equals(end)) {
                still.add(new Stillness(new Pause(step.at(), end), step));
            }
        }
        return still;
    }

    @Nullable
    Instant firstAnswerFrom(Instant from) {
        return words.stream()
                .filter(word -> word.speaker() == Speaker.PERSON && !word.at().isBefore(from))
                .map(Word::at)
                .findFirst()
                .orElse(null);
    }
}
