package io.throughline.foundation.job;

import io.throughline.foundation.notification.NotificationRetention;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Throws away what nobody asks for any more: finished jobs after 90 days, old notices and sent mails. */
@Component
@RequiredArgsConstructor
class Retention implements RecurringWork {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final LocalTime AT_NIGHT = LocalTime.of(18, 30);

    private final JdbcClient jdbc;
    private final NotificationRetention notifications;

    @Override
    public String name() {
        return "foundation.retention";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(AT_NIGHT, ZoneOffset.UTC);
    }

    @Override
    public void run(Instant now) {
        jdbc.sql("delete from foundation.job where finished_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        notifications.purge(now);
    }
}
