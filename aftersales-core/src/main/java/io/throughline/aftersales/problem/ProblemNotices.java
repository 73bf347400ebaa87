package io.throughline.aftersales.problem;

import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.UserId;
import java.util.HashSet;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the owners of a problem's open tickets, and who follows it, that it is resolved. */
@Component
@RequiredArgsConstructor
class ProblemNotices {

    static final String RESOLVED = "aftersales.problem.notice.resolved";

    private final Notifications notifications;
    private final Watchers watchers;
    private final JdbcClient jdbc;

    @EventListener
    void on(ProblemChanged event) {
        if (!event.resolvedNow()) {
            return;
        }
        var people = new HashSet<>(watchers.of(ProblemSubject.of(event.id())));
        jdbc.sql("""
                        select distinct t.assignee_id from aftersales.problem_ticket l
                          join aftersales.ticket t on t.id = l.ticket_id
                         where l.problem_id = ? and t.live and t.assignee_id is not null
                        """)
                .param(event.id().value())
                .query(Long.class)
                .list()
                .forEach(owner -> people.add(new UserId(owner)));
        CurrentActor.get().ifPresent(actor -> people.remove(actor.id()));
        notifications.notifyStaff(people, ProblemSubject.of(event.id()), RESOLVED, Map.of());
    }

    /** What people may choose to hear about problems, and how. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        static NoticeKind problemResolvedNotice() {
            return NoticeKind.inboxAndMail(RESOLVED);
        }
    }
}
