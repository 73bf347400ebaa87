package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.EscalationLevel;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Offset;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A level of escalation as programs send and read it.
 *
 * @param offset {@code -30m}, {@code +2h}, {@code -1bd}, {@code -50%}; {@code 0m} is the due time
 * @param kinds only these; empty or missing does not narrow, and so the other two
 * @param teams ids
 * @param unassigned only while nobody has the ticket
 * @param tell whom to notify, by what they are to the ticket
 * @param people ids of colleagues to notify
 * @param assignee id of who gets the ticket
 * @param team id of the team that gets it
 */
record LevelBody(
        @NotNull ClockType clock,
        @NotBlank String offset,
        @Nullable Set<TicketKind> kinds,
        @Nullable Set<Priority> priorities,
        @Nullable Set<Long> teams,
        @Nullable Boolean unassigned,
        @Nullable Set<TicketListener> tell,
        @Nullable Set<Long> people,
        @Nullable Boolean raisePriority,
        @Nullable Long assignee,
        @Nullable Long team) {

    static LevelBody of(EscalationLevel level) {
        return new LevelBody(
                level.clock(),
                level.offset().toString(),
                level.kinds(),
                level.priorities(),
                level.teams(),
                level.unassigned(),
                level.tell(),
                level.people(),
                level.raise(),
                level.assignee(),
                level.team());
    }

    /** Throws {@link RuleViolation} at {@code levels} for one that cannot be read or does nothing. */
    EscalationLevel level() {
        try {
            return new EscalationLevel(
                    clock,
                    Offset.parse(offset),
                    or(kinds),
                    or(priorities),
                    or(teams),
                    Boolean.TRUE.equals(unassigned),
                    or(tell),
                    or(people),
                    Boolean.TRUE.equals(raisePriority),
                    assignee,
                    team);
        } catch (RuleViolation refused) {
            throw refused.at("levels");
        }
    }

    private static <T> Set<T> or(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
