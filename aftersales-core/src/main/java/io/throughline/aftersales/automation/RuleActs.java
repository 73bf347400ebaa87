package io.throughline.aftersales.automation;

import io.throughline.aftersales.assignment.TicketAssignments;
import io.throughline.aftersales.automation.ActiveRules.Rule;
import io.throughline.aftersales.ticket.AutomateTicket;
import io.throughline.aftersales.ticket.TicketAutomations;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketListeners;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Does what a rule says. */
@Component
@RequiredArgsConstructor
class RuleActs {

    private static final Viewer SYSTEM = Viewer.system("automation");

    static final String TOLD = "aftersales.automation.notice.told";

    private final TicketAutomations tickets;
    private final TicketAssignments assignments;
    private final TicketListeners listeners;
    private final Notifications notifications;

    void of(Rule rule, long ticket) {
        var id = new TicketId(ticket);
        var then = rule.terms().then();
        if (then.changesTicket()) {
            tickets.run(
                    SYSTEM,
                    id,
                    new AutomateTicket(
                            rule.nameZh(),
                            rule.nameEn(),
                            then.priority(),
                            then.status(),
                            then.team(),
                            then.assignee(),
                            then.addTags(),
                            then.removeTags(),
                            then.note(),
                            then.answerZh(),
                            then.answerEn()));
        }
        if (then.assignsByRule()) {
            assignments.soon(SYSTEM, id);
        }
        notifications.notify(
                listeners.of(id, then.tell()),
                TicketSubject.of(id),
                TOLD,
                Map.of("ruleZh", rule.nameZh(), "ruleEn", rule.nameEn()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        static NoticeKind automationToldNotice() {
            return NoticeKind.inboxAndMail(TOLD);
        }
    }
}
