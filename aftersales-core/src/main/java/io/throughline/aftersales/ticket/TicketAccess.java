package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Viewer;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads tickets through the viewer's scope: what is not yours is not there. */
@Component
@RequiredArgsConstructor
class TicketAccess {

    private final JdbcClient jdbc;
    private final TicketRepository tickets;

    /** For a change: later commands on the same ticket wait until this transaction ends. */
    Ticket lock(Viewer viewer, String number) {
        return tickets.lockById(id(viewer, number)).orElseThrow(() -> new NotFound("ticket", number));
    }

    /** The ticket a merged one ended in, or itself; merges never form a ring. */
    Ticket lockFinal(Viewer viewer, String number) {
        var ticket = lock(viewer, number);
        while (ticket.getMergedIntoId() != null) {
            var next = ticket.getMergedIntoId();
            ticket = tickets.lockById(next).orElseThrow(() -> new NotFound("ticket", next));
        }
        return ticket;
    }

    /** Throws {@link NotFound} for a number nobody has, and for one of a ticket the viewer may not see. */
    long id(Viewer viewer, String number) {
        var scope = TicketScope.of(viewer);
        return jdbc.sql("select t.id from aftersales.ticket t where t.number = :number and " + scope.sql())
                .param("number", number.trim().toUpperCase(Locale.ROOT))
                .params(scope.params())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("ticket", number));
    }
}
