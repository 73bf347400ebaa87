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
    private static final int AT_ONCE = 5_000;
    private static final Duration MAILS_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    /** In stretches, so that no statement runs into the time limit however much has gathered. */
    public void purge(Instant now) {
        delete("foundation.notice", "at < :before", now.minus(NOTICES_KEPT));
        delete("foundation.inbox_entry", "newest_at < :before and not muted", now.minus(NOTICES_KEPT));
        delete("foundation.outbox_mail", "state = 'SENT' and settled_at < :before", now.minus(MAILS_KEPT));
    }

    private void delete(String table, String condition, Instant before) {
        int deleted;
        do {
            deleted = jdbc.sql("delete from %1$s where id in (select id from %1$s where %2$s limit :most)"
                            .formatted(table, condition))
                    .param("before", Times.sql(before))
                    .param("most", AT_ONCE)
                    .update();
        } while (deleted == AT_ONCE);
    }
}
