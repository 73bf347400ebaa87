package io.throughline.aftersales.sla;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells colleagues that a promise is broken or that an escalation has come, each in the way he or she chose. */
@Component
@RequiredArgsConstructor
class SlaNotices {

    private static final Map<EscalationListener, String> WHO = Map.of(
            EscalationListener.OWNER,
            "select assignee_id from aftersales.ticket where id = :ticket and assignee_id is not null",
            EscalationListener.TEAM,
            """
            select m.user_id from aftersales.ticket t join foundation.team_member m on m.team_id = t.team_id
             where t.id = :ticket
            """,
            EscalationListener.MANAGERS,
            """
            select r.user_id from foundation.user_role r
              join foundation.app_user u on u.id = r.user_id and u.active
             where r.role = 'MANAGER' and :ticket > 0
            """);

    private final Notifications notifications;
    private final JdbcClient jdbc;

    /** To the owner; where nobody has the ticket to its team, and without one to the managers. */
    void breached(StoredClock clock) {
        var people = Set.<Long>of();
        for (var listener : EscalationListener.values()) {
            if (people.isEmpty()) {
                people = people(listener, clock.ticket());
            }
        }
        tell(
                people,
                clock.ticket(),
                SlaNoticeKinds.BREACHED,
                Map.of("clock", clock.reading().type().name()));
    }

    /** To whom the level names, as things stand after it ran. */
    void escalated(StoredLevel stored, EscalationLevel level) {
        var people = new HashSet<>(level.people());
        level.tell().forEach(listener -> people.addAll(people(listener, stored.ticket())));
        tell(
                people,
                stored.ticket(),
                SlaNoticeKinds.ESCALATED,
                Map.of("level", stored.number(), "clock", stored.clock().type().name()));
    }

    private Set<Long> people(EscalationListener listener, long ticket) {
        return jdbc.sql(WHO.getOrDefault(listener, ""))
                .param("ticket", ticket)
                .query(Long.class)
                .set();
    }

    private void tell(Set<Long> people, long ticket, String kind, Map<String, ?> data) {
        notifications.notify(
                people.stream().map(UserId::new).collect(Collectors.toSet()),
                TicketSubject.of(new TicketId(ticket)),
                kind,
                data);
    }
}
