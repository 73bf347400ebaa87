package io.throughline.project.scope;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the customer what waits for acceptance, and those who lead and own it what the customer said. */
@Component
@RequiredArgsConstructor
class DeliverableNotices {

    static final String SUBMITTED = "project.scope.notice.submitted";
    static final String ACCEPTED = "project.scope.notice.accepted";
    static final String REJECTED = "project.scope.notice.rejected";

    private final Notifications notifications;
    private final JdbcClient jdbc;

    @Bean
    static NoticeKind deliverableSubmittedNotice() {
        return new NoticeKind(SUBMITTED, true, true, true);
    }

    @Bean
    static NoticeKind deliverableAcceptedNotice() {
        return NoticeKind.inbox(ACCEPTED);
    }

    @Bean
    static NoticeKind deliverableRejectedNotice() {
        return NoticeKind.inboxAndMail(REJECTED);
    }

    @EventListener
    void on(DeliverableSubmitted event) {
        tell(event.deliverableId(), SUBMITTED, """
                select u.id from foundation.app_user u
                  join foundation.contact k on k.id = u.contact_id and k.active and k.manager
                  join project.project p on p.customer_id = k.customer_id
                  join project.deliverable d on d.project_id = p.id
                 where d.id = ? and u.active
                """);
    }

    @EventListener
    void on(DeliverableAccepted event) {
        tell(event.deliverableId(), ACCEPTED, OURS);
    }

    @EventListener
    void on(DeliverableRejected event) {
        tell(event.deliverableId(), REJECTED, OURS);
    }

    private void tell(DeliverableId deliverable, String kind, String people) {
        var users = Set.copyOf(jdbc.sql(people)
                .param(deliverable.value())
                .query((row, n) -> new UserId(row.getLong(1)))
                .list());
        notifications.notify(users, new SubjectRef("DELIVERABLE", deliverable.value()), kind, Map.of());
    }

    private static final String OURS = """
            select u.id from foundation.app_user u
              join project.deliverable d on u.id = d.owner_id
                or u.id = (select p.manager_id from project.project p where p.id = d.project_id)
             where d.id = ? and u.active
            """;
}
