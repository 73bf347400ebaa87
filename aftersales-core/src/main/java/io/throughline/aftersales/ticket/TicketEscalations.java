package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does to tickets what a level of escalation asks for; called by the clocks, not by people. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow
public class TicketEscalations {

    private final TicketRepository tickets;
    private final TicketHands hands;
    private final Clock clock;

    /** Throws {@link NotFound}, or {@link io.throughline.foundation.model.RuleViolation} for a closed ticket. */
    public void run(Viewer viewer, TicketId id, EscalateTicket level) {
        var ticket = tickets.lockById(id.value()).orElseThrow(() -> new NotFound("ticket", id.value()));
        ticket.escalate(level, viewer, clock.instant());
        hands.pass(ticket, level.teamId(), level.assigneeId(), viewer);
        tickets.saveAndFlush(ticket);
    }
}
