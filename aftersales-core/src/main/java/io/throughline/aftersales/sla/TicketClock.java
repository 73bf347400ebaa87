package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockSegment;
import io.throughline.aftersales.sla.clock.ClockType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a ticket, with the strip that explains it.
 *
 * @param policyNumber version of the policy it is promised by
 * @param target as people write it, for example {@code 240m} or {@code 5bd}
 * @param zone of the calendar it counts with
 * @param due null while a pause holds it
 * @param breachedAt the due second, once the promise is broken
 * @param withdrawn no longer promised, kept for its breach
 * @param levels of escalation that came or are to come, in that order
 */
public record TicketClock(
        ClockType type,
        SlaPolicyId policy,
        int policyNumber,
        String policyZh,
        String policyEn,
        String target,
        ZoneId zone,
        Instant start,
        @Nullable Instant due,
        @Nullable Instant pausedSince,
        @Nullable Instant stoppedAt,
        @Nullable Instant breachedAt,
        boolean withdrawn,
        List<ClockSegment> segments,
        List<Level> levels) {

    /**
     * A level of escalation.
     *
     * @param number its place in the policy, from 1
     * @param due its true time
     * @param ran whether it did what it says; one that came while its criteria did not hold was passed
     * @param found when it ran or was passed; null while it waits
     */
    public record Level(
            int number, Instant due, boolean ran, @Nullable Instant found) {

        static Level of(StoredLevel stored) {
            return new Level(stored.number(), stored.due(), stored.state() == StoredLevel.State.RAN, stored.found());
        }
    }

    /** The next escalation; null where none waits. */
    public @Nullable Level nextLevel() {
        return levels.stream()
                .filter(level -> level.found() == null)
                .findFirst()
                .orElse(null);
    }

    public String policyName(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? policyZh : policyEn;
    }

    public boolean isOwed() {
        return stoppedAt == null;
    }

    public boolean isPaused() {
        return pausedSince != null;
    }

    /** Kept in time. */
    public boolean isMet() {
        return stoppedAt != null && breachedAt == null && !withdrawn;
    }

    /** The counted parts together: the target in working time, less what is still to come while it is paused. */
    public Duration counted() {
        return segments.stream()
                .filter(ClockSegment::counts)
                .map(ClockSegment::time)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
