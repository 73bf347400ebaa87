package io.throughline.aftersales.sla.clock;

import io.throughline.aftersales.sla.clock.TicketPast.Stillness;
import io.throughline.foundation.calendar.Pause;
import io.throughline.foundation.calendar.Segment;
import io.throughline.foundation.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one ticket on one calendar (ours, or ours ∩ the customer's site): a pure function of past, calendar and
 * target (service rule 13). Immutable.
 *
 * <p><b>Method.</b> With {@code W(t)} the working time before {@code t} and {@code P} the stretches in which the ticket
 * waited, a clock of target {@code T} started at {@code s} is due at the first {@code d} with
 *
 * <pre>
 *   W(d) − W(s) − Σ over p in P of (W(min(p.to, d)) − W(max(p.from, s))) = T
 * </pre>
 *
 * which {@link WorkCalendar} solves. A target of {@code n} working days is first laid out without pauses to {@code d₀}; its
 * {@code T} is the working time up to there, and pauses add to it as to any other (service rules 4, 10). So the counted
 * parts of the strip always add up to {@code T}.
 *
 * <p><b>Example.</b> Mon–Fri 09–12, 13–18 in Shanghai; opened Fri 17:00, four hours to solve. Friday counts 1 h. Waiting
 * for the customer Mon 09:30–11:00 leaves 0.5 h + 1 h of Monday's morning; the last 1.5 h end at 14:30: due Mon 14:30.
 *
 * <p>First and next response and acknowledgement are not moved by pauses (service rule 5).
 */
public final class Clocks {

    private final WorkCalendar calendar;
    private final TicketPast past;
    private final List<Stillness> stillness;

    public Clocks(WorkCalendar calendar, TicketPast past) {
        this.calendar = calendar;
        this.past = past;
        this.stillness = past.stillness();
    }

    /** Every run of the clock in order of time; none where there is nothing to promise yet. */
    public List<ClockReading> read(ClockType type, Target target) {
        return ClockSpan.of(type, past).stream().map(span -> read(span, target)).toList();
    }

    /**
     * When a running clock is so far before or after its due time, never before its start. What lies between is counted as
     * the clock itself counts: working time, moved by its pauses. Empty while a pause holds the clock before that moment.
     */
    public Optional<Instant> at(ClockReading reading, Offset offset) {
        if (offset.isAtDue()) {
            return Optional.ofNullable(reading.due());
        }
        var start = reading.start();
        var undisturbed = undisturbed(start, reading.target());
        var target = calendar.workingTimeBetween(start, undisturbed);
        var moved =
                switch (offset.unit()) {
                    case MINUTES -> target.plusMinutes(offset.amount());
                    case HOURS -> target.plusHours(offset.amount());
                    case PERCENT ->
                        target.plus(target.multipliedBy(offset.amount()).dividedBy(100));
                    case WORKING_DAYS ->
                        calendar.workingTimeBetween(
                                start, calendar.addWorkingDays(undisturbed, offset.amount(), false));
                };
        return calendar.dueAt(start, moved.isNegative() ? Duration.ZERO : moved, pauses(reading.type(), null));
    }

    /** The strip from the start to the due time; while a pause without end holds the clock, up to that pause. */
    public List<ClockSegment> explain(ClockReading reading) {
        var pauses = pauses(reading.type(), reading.stoppedAt());
        var strip = new ArrayList<ClockSegment>();
        var end = reading.due() != null ? reading.due() : lastPauseFrom(pauses, reading.start());
        for (var segment : calendar.explain(reading.start(), end, pauses)) {
            split(segment, strip);
        }
        if (reading.due() == null) {
            var why = stillAt(end);
            strip.add(new ClockSegment(end, null, Segment.Kind.PAUSED, Duration.ZERO, false, status(why), reason(why)));
        }
        return strip;
    }

    private ClockReading read(ClockSpan span, Target target) {
        var pauses = pauses(span.type(), span.stop());
        var due = due(span.start(), target, pauses);
        var open = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        var pausedSince =
                span.stop() == null && open != null && open.to() == null ? later(open.from(), span.start()) : null;
        return new ClockReading(span.type(), target, span.start(), due, pausedSince, span.stop());
    }

    private @Nullable Instant due(Instant start, Target target, List<Pause> pauses) {
        if (target instanceof Target.Time time) {
            return calendar.dueAt(start, time.working(), pauses).orElse(null);
        }
        var undisturbed = undisturbed(start, target);
        var working = calendar.workingTimeBetween(start, undisturbed);
        if (calendar.workingTime(start, undisturbed, pauses).equals(working)) {
            return undisturbed;
        }
        boolean atOpening = !calendar.add(start, working).equals(undisturbed);
        return calendar.dueAt(start, working, pauses)
                .map(due -> atOpening ? calendar.nextOpening(due) : due)
                .orElse(null);
    }

    /** The due time if nothing paused the clock. */
    private Instant undisturbed(Instant start, Target target) {
        return target instanceof Target.Days days
                ? calendar.addWorkingDays(start, days.count(), days.endOfDay())
                : calendar.add(start, ((Target.Time) target).working());
    }

    /** What holds this clock; nothing does once it has stopped. */
    private List<Pause> pauses(ClockType type, @Nullable Instant stop) {
        if (!type.isMovedByPauses()) {
            return List.of();
        }
        return stillness.stream()
                .map(Stillness::pause)
                .filter(pause -> stop == null || pause.from().isBefore(stop))
                .map(pause -> stop != null && (pause.to() == null || pause.to().isAfter(stop))
                        ? new Pause(pause.from(), stop)
                        : pause)
                .toList();
    }

    /** One segment for each status that the ticket waited in. */
    private void split(Segment segment, List<ClockSegment> strip) {
        if (segment.kind() != Segment.Kind.PAUSED) {
            strip.add(piece(segment, segment.from(), segment.to(), segment.time(), null));
            return;
        }
        var now = segment.from();
        while (now.isBefore(segment.to())) {
            var why = stillAt(now);
            var end = why == null || why.pause().to() == null
                    ? segment.to()
                    : earlier(why.pause().to(), segment.to());
            var time = segment.summed() ? calendar.workingTimeBetween(now, end) : Duration.between(now, end);
            strip.add(piece(segment, now, end, segment.time().isNegative() ? time.negated() : time, why));
            now = end;
        }
    }

    private static ClockSegment piece(
            Segment segment, Instant from, Instant to, Duration time, @Nullable Stillness why) {
        return new ClockSegment(from, to, segment.kind(), time, segment.summed(), status(why), reason(why));
    }

    private @Nullable Stillness stillAt(Instant at) {
        return stillness.stream()
                .filter(still -> !still.pause().from().isAfter(at)
                        && (still.pause().to() == null || still.pause().to().isAfter(at)))
                .findFirst()
                .orElse(null);
    }

    private static Instant lastPauseFrom(List<Pause> pauses, Instant start) {
        return later(pauses.get(pauses.size() - 1).from(), start);
    }

    private static @Nullable String status(@Nullable Stillness why) {
        return why == null ? null : why.why().status();
    }

    private static @Nullable String reason(@Nullable Stillness why) {
        return why == null ? null : why.why().reason();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
