package io.throughline.aftersales.ticket;

import io.throughline.foundation.notification.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people may choose to hear about tickets, and how. */
@Configuration(proxyBeanMethods = false)
class TicketNoticeKinds {

    static final String ASSIGNED = "aftersales.ticket.notice.assigned";
    static final String ASKED = "aftersales.ticket.notice.asked";
    static final String REOPENED = "aftersales.ticket.notice.reopened";
    static final String WOKEN = "aftersales.ticket.notice.woken";
    static final String ANSWERED = "aftersales.ticket.notice.answered";
    static final String RECEIVED = "aftersales.ticket.notice.received";
    static final String RESOLVED = "aftersales.ticket.notice.resolved";

    @Bean
    static NoticeKind ticketAssignedNotice() {
        return NoticeKind.inboxAndMail(ASSIGNED);
    }

    @Bean
    static NoticeKind ticketAskedNotice() {
        return NoticeKind.inboxAndMail(ASKED);
    }

    @Bean
    static NoticeKind ticketReopenedNotice() {
        return NoticeKind.inboxAndMail(REOPENED);
    }

    @Bean
    static NoticeKind ticketWokenNotice() {
        return NoticeKind.inbox(WOKEN);
    }

    /** The answer itself is mailed, so no notice of it is. */
    @Bean
    static NoticeKind ticketAnsweredNotice() {
        return new NoticeKind(ANSWERED, true, false, true);
    }

    @Bean
    static NoticeKind ticketReceivedNotice() {
        return new NoticeKind(RECEIVED, true, true, true);
    }

    @Bean
    static NoticeKind ticketResolvedNotice() {
        return new NoticeKind(RESOLVED, true, true, true);
    }
}
