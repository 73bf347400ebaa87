package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who is what to a ticket. */
@Component
@RequiredArgsConstructor
public class TicketListeners {

    private static final Map<TicketListener, String> WHO = Map.of(
            TicketListener.OWNER,
            "select assignee_id from aftersales.ticket where id = :ticket and assignee_id is not null",
            TicketListener.TEAM,
            """
            select m.user_id from aftersales.ticket t join foundation.team_member m on m.team_id = t.team_id
             where t.id = :ticket
            """,
            TicketListener.MANAGERS,
            """
            select r.user_id from foundation.user_role r
              join foundation.app_user u on u.id = r.user_id and u.active
             where r.role = 'MANAGER' and :ticket > 0
            """,
            TicketListener.ACCOUNT_EXECUTIVE,
            """
            select c.account_executive_id from aftersales.ticket t join foundation.customer c on c.id = t.customer_id
             where t.id = :ticket and c.account_executive_id is not null
            """);

    private final JdbcClient jdbc;

    /** Nobody where the ticket has none. */
    public Set<UserId> of(TicketId ticket, Collection<TicketListener> listeners) {
        var people = new HashSet<UserId>();
        for (var listener : listeners) {
            people.addAll(jdbc.sql(WHO.getOrDefault(listener, ""))
                    .param("ticket", ticket.value())
                    .query((row, n) -> new UserId(row.getLong(1)))
                    .set());
        }
        return people;
    }
}
