package io.throughline.aftersales.ticket;

import io.throughline.foundation.customer.CustomerReach;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A technician sees the customers of the tickets assigned to him or her. */
@Component
class TicketReach implements CustomerReach {

    @Override
    public Optional<String> of(Viewer viewer) {
        return viewer.has(Role.TECHNICIAN)
                ? Optional.of("c.id in (select t.customer_id from aftersales.ticket t where t.assignee_id = "
                        + viewer.id().value() + ")")
                : Optional.empty();
    }
}
