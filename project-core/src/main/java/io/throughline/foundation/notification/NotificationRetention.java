package io.throughline.foundation.notification;

import io.throughline.foundation.people.Allow;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets old notices and mails: notices after half a year, sent mails after 30 days. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(anyone = true)
public class NotificationRetention {

    private static final Duration NOTICES_KEPT = Duration.ofDays(180);
    private static final Duration MAILS_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    public void purge(Instant now) {
        jdbc.sql("delete from foundation.notice where at < ?")
                .param(Times.sql(now.minus(NOTICES_KEPT)))
                .update();
        jdbc.sql("delete from foundation.inbox_entry where newest_at < ? and not muted")
                .param(Times.sql(now.minus(NOTICES_KEPT)))
                .update();
        jdbc.sql("delete from foundation.outbox_mail where state = 'SENT' and settled_at < ?")
                .param(Times.sql(now.minus(MAILS_KEPT)))
                .update();
    }
}
