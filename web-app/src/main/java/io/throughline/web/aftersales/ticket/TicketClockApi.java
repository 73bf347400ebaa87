package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.sla.TicketClock;
import io.throughline.aftersales.sla.TicketClockQueries;
import io.throughline.aftersales.sla.clock.ClockSegment;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.calendar.Segment;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of a ticket for programs; an empty list is "no SLA". */
@RestController
@RequiredArgsConstructor
class TicketClockApi {

    private final TicketDetailQueries tickets;
    private final TicketClockQueries clocks;

    @GetMapping("/api/v1/tickets/{number}/clocks")
    List<ClockJson> clocks(Viewer viewer, @PathVariable String number) {
        return clocks.of(viewer, tickets.detail(viewer, number)).stream()
                .map(ClockJson::of)
                .toList();
    }

    /**
     * @param target as it was promised: {@code 240m}, {@code 5bd}, {@code 5bd+eod}
     * @param zone of the calendar it counts with
     * @param due null while a pause holds it
     * @param stoppedAt when it was kept or fell away; null while it is owed
     * @param breachedAt the due second, once it is broken
     * @param escalations its levels that came or are to come, in that order
     * @param segments in order of time; the seconds of those that count add up to the target
     */
    record ClockJson(
            ClockType type,
            PolicyJson policy,
            String target,
            String zone,
            Instant start,
            @Nullable Instant due,
            @Nullable Instant pausedSince,
            @Nullable Instant stoppedAt,
            @Nullable Instant breachedAt,
            List<SegmentJson> segments,
            List<LevelJson> escalations) {

        static ClockJson of(TicketClock clock) {
            return new ClockJson(
                    clock.type(),
                    new PolicyJson(clock.policy().value(), clock.policyNumber(), clock.policyZh(), clock.policyEn()),
                    clock.target(),
                    clock.zone().getId(),
                    clock.start(),
                    clock.due(),
                    clock.pausedSince(),
                    clock.stoppedAt(),
                    clock.breachedAt(),
                    clock.segments().stream().map(SegmentJson::of).toList(),
                    clock.levels().stream().map(LevelJson::of).toList());
        }
    }

    /** @param number of the version it is promised by */
    record PolicyJson(long id, int number, String name, String nameEn) {}

    /**
     * @param number its place in the policy, from 1
     * @param due its true time
     * @param ran false for one that waits, and for one that was passed since its criteria did not hold
     * @param found when it ran or was passed
     */
    record LevelJson(
            int number, Instant due, boolean ran, @Nullable Instant found) {

        static LevelJson of(TicketClock.Level level) {
            return new LevelJson(level.number(), level.due(), level.ran(), level.found());
        }
    }

    /**
     * @param to null for the pause that lasts
     * @param summed whether it stands for many short pieces; its seconds are then the working time in it
     * @param status why a paused piece does not count
     */
    record SegmentJson(
            Instant from,
            @Nullable Instant to,
            Segment.Kind kind,
            boolean counts,
            long seconds,
            boolean summed,
            @Nullable String status,
            @Nullable String reason) {

        static SegmentJson of(ClockSegment segment) {
            return new SegmentJson(
                    segment.from(),
                    segment.to(),
                    segment.kind(),
                    segment.counts(),
                    segment.time().toSeconds(),
                    segment.summed(),
                    segment.status(),
                    segment.reason());
        }
    }
}
