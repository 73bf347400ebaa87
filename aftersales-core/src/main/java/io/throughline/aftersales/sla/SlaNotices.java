package io.throughline.aftersales.sla;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.aftersales.ticket.TicketListeners;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells colleagues that a promise is broken or that an escalation has come, each in the way he or she chose. */
@Component
@RequiredArgsConstructor
class SlaNotices {

    private static final List<TicketListener> IN_TURN =
            List.of(TicketListener.OWNER, TicketListener.TEAM, TicketListener.MANAGERS);

    private final Notifications notifications;
    private final TicketListeners listeners;

    /** To the owner; where nobody has the ticket to its team, and without one to the managers. */
    void breached(StoredClock clock) {
        var people = Set.<UserId>of();
        for (var listener : IN_TURN) {
            if (people.isEmpty()) {
                people = listeners.of(new TicketId(clock.ticket()), Set.of(listener));
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
        var people = new HashSet<>(listeners.of(new TicketId(stored.ticket()), level.tell()));
        level.people().forEach(id -> people.add(new UserId(id)));
        tell(
                people,
                stored.ticket(),
                SlaNoticeKinds.ESCALATED,
                Map.of("level", stored.number(), "clock", stored.clock().type().name()));
    }

    private void tell(Set<UserId> people, long ticket, String kind, Map<String, ?> data) {
        notifications.notify(people, TicketSubject.of(new TicketId(ticket)), kind, data);
    }
}
