package io.throughline.aftersales.ticket;

import io.throughline.foundation.notification.LiveEvents;
import io.throughline.foundation.notification.TopicAccess;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the open inboxes of all nodes that a ticket came, moved or got an answer, at once and with its number only.
 *
 * <p>Topics: {@code tickets:all} for managers, {@code tickets:none} for agents (tickets of no team), {@code team:<id>},
 * {@code user:<id>} of the assignee; and for the portal {@code contact:<id>} and {@code customer:<id>}, which hear of
 * nothing internal.
 */
@Component
@RequiredArgsConstructor
class TicketLive implements TopicAccess {

    private final JdbcClient jdbc;
    private final LiveEvents live;

    @Override
    public String prefix() {
        return "tickets";
    }

    @Override
    public boolean mayHear(Viewer viewer, String name) {
        return switch (name) {
            case "all" -> viewer.has(Role.MANAGER);
            case "none" -> viewer.has(Role.SUPPORT_AGENT);
            default -> false;
        };
    }

    @EventListener
    void on(TicketOpened event) {
        publish(event.id(), "opened", true);
    }

    @EventListener
    void on(TicketAnswered event) {
        publish(event.id(), "answered", event.visibility() == Visibility.PUBLIC);
    }

    @EventListener
    void on(TicketStatusChanged event) {
        if (event.from() != null) {
            publish(event.id(), "moved", true);
        }
    }

    @EventListener
    void on(TicketAssigned event) {
        publish(event.id(), "assigned", false);
    }

    /** Somebody came to the ticket's page, left it, began or stopped writing; customers do not hear of it. */
    void presence(TicketId ticket) {
        publish(ticket, "presence", "presence", false);
    }

    private void publish(TicketId ticket, String what, boolean open) {
        publish(ticket, "ticket", what, open);
    }

    private void publish(TicketId ticket, String type, String what, boolean open) {
        jdbc.sql("""
                        select number, team_id, assignee_id, customer_id, requester_id
                          from aftersales.ticket where id = ?
                        """).param(ticket.value()).query(row -> {
            live.publish(topics(row, open), Map.of("type", type, "id", row.getString("number"), "what", what));
        });
    }

    private static List<String> topics(ResultSet row, boolean open) throws SQLException {
        var topics = new ArrayList<String>();
        topics.add("tickets:all");
        var team = row.getObject("team_id", Long.class);
        topics.add(team == null ? "tickets:none" : "team:" + team);
        var assignee = row.getObject("assignee_id", Long.class);
        if (assignee != null) {
            topics.add(LiveEvents.user(assignee));
        }
        if (open && row.getObject("customer_id", Long.class) != null) {
            topics.add("customer:" + row.getLong("customer_id"));
            topics.add("contact:" + row.getLong("requester_id"));
        }
        return topics;
    }
}
