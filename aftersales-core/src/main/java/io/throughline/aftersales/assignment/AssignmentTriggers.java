package io.throughline.aftersales.assignment;

import io.throughline.aftersales.ticket.TicketAssigned;
import io.throughline.aftersales.ticket.TicketOpened;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes tickets that come to a team without anybody to work on them, in the same transaction. Who puts one back into the
 * queue by hand means it to stay there.
 */
@Component
@RequiredArgsConstructor
class AssignmentTriggers {

    private final AssignmentWaits waits;

    @EventListener
    void on(TicketOpened opened) {
        if (opened.teamId() != null) {
            waits.came(opened.id(), opened.at());
        }
    }

    @EventListener
    void on(TicketAssigned assigned) {
        if (assigned.toUser() != null) {
            waits.remove(assigned.id());
        } else if (assigned.toTeam() != null && !Objects.equals(assigned.toTeam(), assigned.fromTeam())) {
            waits.came(assigned.id(), assigned.at());
        }
    }
}
