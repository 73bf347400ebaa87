package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does to tickets what a level of escalation asks for; called by the clocks, not by people. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow
public class TicketEscalations {

    private final TicketRepository tickets;
    private final TicketDesk desk;
    private final Clock clock;

    /** Throws {@link NotFound}, or {@link io.throughline.foundation.model.RuleViolation} for a closed ticket. */
    public void run(Viewer viewer, TicketId id, EscalateTicket level) {
        var ticket = tickets.lockById(id.value()).orElseThrow(() -> new NotFound("ticket", id.value()));
        ticket.escalate(level, viewer, clock.instant());
        var to = desk.living(new OpenTicket.Hands(level.teamId(), level.assigneeId()));
        if (to.teamId() != null || to.assigneeId() != null) {
            var team = to.teamId() == null ? ticket.getTeamId() : to.teamId();
            ticket.assign(team, keeper(ticket, team, to.assigneeId()), viewer, clock.instant());
        }
        tickets.saveAndFlush(ticket);
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
