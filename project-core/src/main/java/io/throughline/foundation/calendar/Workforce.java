package io.throughline.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the company's people work and what they can do; answered by the feature that plans them, asked by any other. */
public interface Workforce {

    /**
     * These people by their user ids. Who has no hours of his or her own has the given ones; who is planned nowhere has no leave
     * and no skills.
     */
    Map<Long, Worker> of(Collection<Long> users, WorkCalendar otherwise);

    /** Every skill that somebody has, in order. */
    List<String> skills();

    /**
     * One of them.
     *
     * @param hours as if there were no leave
     * @param present the same without the leave that was agreed to
     * @param skills levels from 1 (beginner) to 5 (master) by name
     */
    record Worker(WorkCalendar hours, WorkCalendar present, Map<String, Integer> skills) {

        /** How far ahead somebody's return is looked for. */
        private static final Duration SIGHT = Duration.ofDays(60);

        public Worker {
            skills = Map.copyOf(skills);
        }

        public boolean isOnDuty(Instant at) {
            return present.isOpen(at);
        }

        /** On leave: at the next moment of the usual hours he or she is not there. */
        public boolean isAbsent(Instant at) {
            var usual = opening(hours, at);
            return usual.isPresent() && !opening(present, at).equals(usual);
        }

        /** The end of the working day of somebody on duty. */
        public Instant dutyEnds(Instant at) {
            return present.addWorkingDays(at, 0, true);
        }

        /** When duty begins again, {@code at} itself for who is on duty; empty where that is more than two months away. */
        public Optional<Instant> dutyBegins(Instant at) {
            return opening(present, at);
        }

        private static Optional<Instant> opening(WorkCalendar calendar, Instant at) {
            return calendar.workingTimeBetween(at, at.plus(SIGHT)).isZero()
                    ? Optional.empty()
                    : Optional.of(calendar.nextOpening(at));
        }
    }
}
