package io.throughline.web.admin.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the health page, all in one statement. */
@Component
@RequiredArgsConstructor
class SystemState {

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures read() {
        return jdbc.sql("""
                        select split_part(version(), ' on ', 1) as database,
                               pg_database_size(current_database()) as size,
                               (select count(*) from foundation.flyway_schema_history where success) as migrations,
                               (select max(version) from foundation.flyway_schema_history where success) as newest,
                               (select count(*) from foundation.job where state = 'QUEUED') as queued,
                               (select count(*) from foundation.job where state = 'RUNNING') as running,
                               (select count(*) from foundation.job where state = 'FAILED' and finished_at > :since) as failed,
                               (select count(*) from foundation.outbox_mail where state = 'PENDING') as pending,
                               (select count(*) from foundation.outbox_mail where state = 'DEAD') as dead,
                               (select count(*) from aftersales.mailbox where active) as mailboxes,
                               (select count(*) from aftersales.mailbox_reading r join aftersales.mailbox b on b.id = r.mailbox_id
                                 where b.active and r.error is not null) as unreachable,
                               (select count(*) from foundation.spring_session
                                 where principal_name is not null and expiry_time > :now) as sessions
                        """)
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .param("now", clock.millis())
                .query((row, n) -> new Figures(
                        row.getString("database"),
                        row.getLong("size"),
                        row.getInt("migrations"),
                        String.valueOf(row.getString("newest")),
                        row.getLong("queued"),
                        row.getLong("running"),
                        row.getLong("failed"),
                        row.getLong("pending"),
                        row.getLong("dead"),
                        row.getLong("mailboxes"),
                        row.getLong("unreachable"),
                        row.getLong("sessions")))
                .single();
    }

    /** @param size of the database in bytes */
    record Figures(
            String database,
            long size,
            int migrations,
            String newest,
            long queued,
            long running,
            long failed,
            long pending,
            long dead,
            long mailboxes,
            long unreachable,
            long sessions) {}
}
