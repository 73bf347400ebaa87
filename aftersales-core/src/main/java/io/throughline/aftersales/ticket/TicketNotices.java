package io.throughline.aftersales.ticket;

import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells owners, watchers and customers what happened to a ticket. */
@Component
@RequiredArgsConstructor
class TicketNotices {

    private final Notifications notifications;
    private final Watchers watchers;
    private final JdbcClient jdbc;

    /** Of what the customer asked on the phone; who asked in the portal sees it there. */
    @EventListener
    void on(TicketOpened event) {
        if (!event.byCustomer()) {
            tell(theirs(event.id()), event.id(), TicketNoticeKinds.RECEIVED);
        }
    }

    @EventListener
    void on(TicketAssigned event) {
        var to = event.toUser();
        if (to != null && !to.equals(event.fromUser())) {
            tell(Set.of(new UserId(to)), event.id(), TicketNoticeKinds.ASSIGNED);
        }
    }

    @EventListener
    void on(TicketAnswered event) {
        if (event.byCustomer()) {
            tell(ours(event.id(), event.assigneeId()), event.id(), TicketNoticeKinds.ASKED);
        } else if (event.visibility() == Visibility.PUBLIC) {
            tell(theirs(event.id()), event.id(), TicketNoticeKinds.ANSWERED);
        }
    }

    @EventListener
    void on(TicketReopened event) {
        tell(ours(event.id(), event.assigneeId()), event.id(), TicketNoticeKinds.REOPENED);
    }

    @EventListener
    void on(TicketResolved event) {
        tell(theirs(event.id()), event.id(), TicketNoticeKinds.RESOLVED);
    }

    /** A pending date was reached; nobody in person did it. */
    @EventListener
    void on(TicketStatusChanged event) {
        if (TicketStatus.ON_HOLD.equals(event.from()) && event.byUserId() == null && event.byContactId() == null) {
            var assignee = jdbc.sql("select coalesce(assignee_id, 0) from aftersales.ticket where id = ?")
                    .param(event.id().value())
                    .query(Long.class)
                    .single();
            tell(ours(event.id(), assignee == 0 ? null : assignee), event.id(), TicketNoticeKinds.WOKEN);
        }
    }

    private Set<UserId> ours(TicketId ticket, @Nullable Long assignee) {
        var people = new HashSet<>(watchers.of(TicketSubject.of(ticket)));
        if (assignee != null) {
            people.add(new UserId(assignee));
        }
        return people;
    }

    /** The portal users of the contact who asked. */
    private Set<UserId> theirs(TicketId ticket) {
        return Set.copyOf(jdbc.sql("""
                        select u.id from foundation.app_user u
                          join aftersales.ticket t on t.requester_id = u.contact_id
                         where t.id = ? and u.active
                        """)
                .param(ticket.value())
                .query((row, n) -> new UserId(row.getLong(1)))
                .list());
    }

    private void tell(Set<UserId> people, TicketId ticket, String kind) {
        notifications.notify(people, TicketSubject.of(ticket), kind, Map.of());
    }
}
