package io.throughline.aftersales.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of the team as the rule sees him or her at a moment.
 *
 * @param onDuty in working hours and there
 * @param dutyEnds end of the working day; null for who is not on duty
 * @param dutyBegins when duty begins again for who is not on duty; null where nobody knows
 * @param pausedUntil when he or she takes tickets again; null where nobody knows or there is no pause
 * @param open open tickets, without those that wait for others
 * @param load the same weighted: P1 counts 4, P2 3, P3 2, P4 1
 * @param skills of those the ticket wants the ones he or she has at the level wanted, with the level had
 * @param lacks of those the ticket wants the others
 * @param turn grows with each ticket got by this rule; 0 before the first
 * @param obstacle null for who may get the ticket
 */
public record Candidate(
        long id,
        String login,
        String name,
        boolean onDuty,
        @Nullable Instant dutyEnds,
        @Nullable Instant dutyBegins,
        boolean paused,
        @Nullable Instant pausedUntil,
        @Nullable String pauseReason,
        int open,
        int load,
        Map<String, Integer> skills,
        List<String> lacks,
        long turn,
        @Nullable Obstacle obstacle) {

    public Candidate {
        skills = Map.copyOf(skills);
        lacks = List.copyOf(lacks);
    }

    public boolean mayGet() {
        return obstacle == null;
    }

    int mastery() {
        return skills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** When he or she is expected to take tickets again, as far as anybody knows. */
    Optional<Instant> back() {
        if (obstacle == Obstacle.PAUSED) {
            return Optional.ofNullable(pausedUntil);
        }
        return obstacle == Obstacle.OFF_DUTY ? Optional.ofNullable(dutyBegins) : Optional.empty();
    }
}
