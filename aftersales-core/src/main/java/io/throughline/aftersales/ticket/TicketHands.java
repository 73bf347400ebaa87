package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes tickets on where no person does: to whom a level of escalation or an automation rule names. */
@Component
@RequiredArgsConstructor
class TicketHands {

    private final TicketDesk desk;
    private final Clock clock;

    /** A team or colleague that is null or no longer there changes nothing. */
    void pass(Ticket ticket, @Nullable Long team, @Nullable Long assignee, Viewer viewer) {
        var to = desk.living(new OpenTicket.Hands(team, assignee));
        if (to.teamId() != null || to.assigneeId() != null) {
            var next = to.teamId() == null ? ticket.getTeamId() : to.teamId();
            ticket.assign(next, keeper(ticket, next, to.assigneeId()), viewer, clock.instant());
        }
    }

    /** Who is named gets it; otherwise the owner keeps it, unless he or she does not belong to the new team. */
    private @Nullable Long keeper(Ticket ticket, @Nullable Long team, @Nullable Long named) {
        var owner = ticket.getAssigneeId();
        if (named != null || owner == null || team == null || Objects.equals(team, ticket.getTeamId())) {
            return named == null ? owner : named;
        }
        return desk.isMember(owner, team) ? owner : null;
    }
}
