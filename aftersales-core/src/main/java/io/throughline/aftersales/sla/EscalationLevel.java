package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Offset;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.foundation.model.RuleViolation;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a ticket at some distance from a clock's due time (service rule 14). Refuses ({@link RuleViolation}, at
 * the field) a level that does nothing.
 *
 * @param kinds only these kinds; empty does not narrow, and so the other two
 * @param teams ids of teams
 * @param unassigned only while nobody has the ticket
 * @param tell whom to notify by what they are to the ticket
 * @param people ids of colleagues to notify by name
 * @param raise whether the priority goes up by one
 * @param assignee id of who gets the ticket; null leaves it
 * @param team id of the team that gets it; null leaves it
 */
public record EscalationLevel(
        ClockType clock,
        Offset offset,
        Set<TicketKind> kinds,
        Set<Priority> priorities,
        Set<Long> teams,
        boolean unassigned,
        Set<TicketListener> tell,
        Set<Long> people,
        boolean raise,
        @Nullable Long assignee,
        @Nullable Long team) {

    private static final int MOST_NAMED = 20;

    public EscalationLevel {
        kinds = copy(kinds);
        priorities = copy(priorities);
        teams = copy(teams);
        tell = copy(tell);
        people = copy(people);
        if (teams.size() > MOST_NAMED) {
            throw new RuleViolation("aftersales.sla.tooManyNamed", MOST_NAMED).at("teams");
        }
        if (people.size() > MOST_NAMED) {
            throw new RuleViolation("aftersales.sla.tooManyNamed", MOST_NAMED).at("people");
        }
        if (tell.isEmpty() && people.isEmpty() && !raise && assignee == null && team == null) {
            throw new RuleViolation("aftersales.sla.levelDoesNothing").at("tell");
        }
    }

    /** The line that {@link LevelText} reads. */
    @Override
    public String toString() {
        return LevelText.write(this);
    }

    private static <T extends Comparable<T>> Set<T> copy(Set<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
