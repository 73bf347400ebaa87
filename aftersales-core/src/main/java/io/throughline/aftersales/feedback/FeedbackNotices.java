package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells those whose turn it is with a complaint. */
@Component
@RequiredArgsConstructor
class FeedbackNotices {

    static final String APPOINTED = "aftersales.feedback.notice.appointed";
    static final String TO_APPROVE = "aftersales.feedback.notice.toApprove";
    static final String DECIDED = "aftersales.feedback.notice.decided";

    private static final String INVESTIGATOR =
            "select investigator_id from aftersales.complaint where id = :complaint and investigator_id is not null";

    private static final String APPROVERS = """
            select u.id from foundation.app_user u
              join foundation.user_role r on r.user_id = u.id and r.role = 'MANAGER'
             where u.active and u.id is distinct from (select proposed_by_id from aftersales.complaint where id = :complaint)
            """;

    private static final String WORKERS = """
            select unnest(array[t.assignee_id, c.investigator_id, c.proposed_by_id])
              from aftersales.complaint c join aftersales.ticket t on t.id = c.ticket_id where c.id = :complaint
            """;

    private final Notifications notifications;
    private final JdbcClient jdbc;

    @EventListener
    void on(ComplaintStepped event) {
        switch (event.step()) {
            case INVESTIGATION -> tell(event, INVESTIGATOR, APPOINTED);
            case RESPONSE -> tell(event, APPROVERS, TO_APPROVE);
            case APPROVAL, REJECTION, ACCEPTANCE, REFUSAL -> tell(event, WORKERS, DECIDED);
            default -> {}
        }
    }

    private void tell(ComplaintStepped event, String who, String kind) {
        var people = jdbc.sql(who).param("complaint", event.complaintId()).query(Long.class).list().stream()
                .filter(person -> person != null && !person.equals(event.byUserId()))
                .map(UserId::new)
                .collect(Collectors.toSet());
        notifications.notify(
                people,
                TicketSubject.of(new TicketId(event.ticketId())),
                kind,
                Map.of("step", event.step().name()));
    }

    /** What people may choose to hear about complaints, and how. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        static NoticeKind complaintAppointedNotice() {
            return NoticeKind.inboxAndMail(APPOINTED);
        }

        @Bean
        static NoticeKind complaintToApproveNotice() {
            return NoticeKind.inboxAndMail(TO_APPROVE);
        }

        @Bean
        static NoticeKind complaintDecidedNotice() {
            return NoticeKind.inboxAndMail(DECIDED);
        }
    }
}
