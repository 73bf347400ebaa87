package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives tickets to whom the team's rule chooses; what it chooses by stands still meanwhile. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER})
public class TicketRouting {

    private final TicketRepository tickets;
    private final TicketAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What a rule would choose by; throws {@link NotFound} for a ticket that is not there or not the viewer's. */
    @Transactional(readOnly = true)
    public RoutableTicket facts(Viewer viewer, String number) {
        return read(access.id(viewer, number));
    }

    /**
     * Locks the ticket, asks, and gives it to whom the answer names.
     *
     * @param choice empty leaves it where it is
     * @throws io.throughline.foundation.model.RuleViolation for a closed ticket
     */
    public void route(Viewer viewer, String number, Function<RoutableTicket, Optional<RouteTicket>> choice) {
        route(viewer, access.lock(viewer, number), choice);
    }

    /** The same for work nobody in person asked for. */
    @Allow
    public void route(Viewer viewer, TicketId id, Function<RoutableTicket, Optional<RouteTicket>> choice) {
        route(viewer, tickets.lockById(id.value()).orElseThrow(() -> new NotFound("ticket", id.value())), choice);
    }

    private void route(Viewer viewer, Ticket ticket, Function<RoutableTicket, Optional<RouteTicket>> choice) {
        ticket.requireAlive();
        choice.apply(read(ticket.requireId())).ifPresent(route -> {
            ticket.route(route, viewer, clock.instant());
            tickets.saveAndFlush(ticket);
        });
    }

    private RoutableTicket read(long id) {
        return jdbc.sql("""
                        select t.id, t.number, t.kind, t.priority, t.subject, t.team_id, t.assignee_id,
                               concat_ws(' ', d.name, p.name) as about
                          from aftersales.ticket t
                          left join project.deliverable d on d.id = t.deliverable_id
                          left join project.project p on p.id = t.project_id
                         where t.id = ?
                        """).param(id).query((row, n) -> ticket(row)).single();
    }

    private static RoutableTicket ticket(ResultSet row) throws SQLException {
        return new RoutableTicket(
                new TicketId(row.getLong("id")),
                row.getString("number"),
                TicketKind.valueOf(row.getString("kind")),
                Priority.valueOf(row.getString("priority")),
                row.getString("subject"),
                row.getString("about"),
                row.getObject("team_id", Long.class),
                row.getObject("assignee_id", Long.class));
    }
}
