package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.sla.TicketClock;
import io.throughline.aftersales.sla.clock.ClockSegment;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A clock as the ticket's page shows it: in words, and drawn to scale from its start to its due time.
 *
 * @param label key of the clock's name, which on a diagnosis is fix for resolution
 * @param bars the segments, in thousandths of the whole width
 */
record ClockStrip(TicketClock clock, String label, List<Bar> bars) {

    private static final double WIDTH = 1000;

    /** @param look class of the segment's kind */
    record Bar(double x, double width, String look) {}

    static ClockStrip of(TicketClock clock, TicketDetail ticket) {
        boolean fix = clock.type() == ClockType.RESOLUTION && ticket.kind() == TicketKind.DIAGNOSIS;
        return new ClockStrip(
                clock,
                fix ? "aftersales.sla.fix" : "enum.ClockType." + clock.type().name(),
                bars(clock.segments()));
    }

    private static List<Bar> bars(List<ClockSegment> segments) {
        var closed = segments.stream().filter(segment -> segment.to() != null).toList();
        if (closed.isEmpty()) {
            return List.of();
        }
        var start = closed.get(0).from();
        double whole = Math.max(1, seconds(start, end(closed.get(closed.size() - 1))));
        return closed.stream()
                .map(segment -> new Bar(
                        tenth(seconds(start, segment.from()) / whole * WIDTH),
                        tenth(seconds(segment.from(), end(segment)) / whole * WIDTH),
                        segment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }

    private static Instant end(ClockSegment segment) {
        var to = segment.to();
        return to == null ? segment.from() : to;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
