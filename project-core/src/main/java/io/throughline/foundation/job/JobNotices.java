package io.throughline.foundation.job;

import io.throughline.foundation.notification.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobNotices {

    static final String FINISHED = "foundation.job.notice.finished";
    static final String FAILED = "foundation.job.notice.failed";

    @Bean
    NoticeKind jobFinishedNotice() {
        return NoticeKind.inbox(FINISHED);
    }

    @Bean
    NoticeKind jobFailedNotice() {
        return NoticeKind.inboxAndMail(FAILED);
    }
}
