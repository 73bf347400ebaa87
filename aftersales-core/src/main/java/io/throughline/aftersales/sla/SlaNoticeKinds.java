package io.throughline.aftersales.sla;

import io.throughline.foundation.notification.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people may choose to hear about promised times, and how. */
@Configuration(proxyBeanMethods = false)
class SlaNoticeKinds {

    static final String BREACHED = "aftersales.sla.notice.breached";
    static final String ESCALATED = "aftersales.sla.notice.escalated";

    @Bean
    static NoticeKind slaBreachedNotice() {
        return NoticeKind.inboxAndMail(BREACHED);
    }

    @Bean
    static NoticeKind slaEscalatedNotice() {
        return NoticeKind.inboxAndMail(ESCALATED);
    }
}
