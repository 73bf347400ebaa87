package io.throughline.foundation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.test.CoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class RetentionTests {

    @Autowired
    NotificationRetention retention;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void forgetsSentMailsAfterAMonthButNeverThoseThatStillWait() {
        outbox.mail("sent@example.com", "notices", Locale.CHINA, Map.of());
        jdbc.sql("update foundation.outbox_mail set state = 'SENT', settled_at = now()")
                .update();
        outbox.mail("waiting@example.com", "notices", Locale.CHINA, Map.of());

        retention.purge(Instant.now());
        assertThat(recipients()).containsExactly("sent@example.com", "waiting@example.com");
        retention.purge(Instant.now().plus(Duration.ofDays(400)));
        assertThat(recipients()).containsExactly("waiting@example.com");
    }

    private java.util.List<String> recipients() {
        return jdbc.sql("select recipient from foundation.outbox_mail order by id")
                .query(String.class)
                .list();
    }
}
