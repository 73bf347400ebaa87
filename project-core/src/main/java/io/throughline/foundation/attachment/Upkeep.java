package io.throughline.foundation.attachment;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.activity.MonthPartitions;
import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At night: drops attachments removed a month ago and contents nothing refers to any more, and makes the coming months'
 * partitions of the tables that only grow.
 */
@Component
@RequiredArgsConstructor
class Upkeep implements RecurringWork {

    static final Duration REMOVED_FOR = Duration.ofDays(30);
    static final Duration UNUSED_FOR = Duration.ofDays(1);
    private static final LocalTime AT_NIGHT = LocalTime.of(19, 0);

    private final JdbcClient jdbc;
    private final FileStore store;
    private final MonthPartitions partitions;
    private final Audit audit;

    @Override
    public String name() {
        return "foundation.attachment.upkeep";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(AT_NIGHT, ZoneOffset.UTC);
    }

    @Override
    @Transactional
    public void run(Instant now) {
        int attachments = jdbc.sql("delete from foundation.attachment where removed_at < ?")
                .param(Timestamp.from(now.minus(REMOVED_FOR)))
                .update();
        int contents = store.dropOrphans(now.minus(UNUSED_FOR));
        if (attachments + contents > 0) {
            audit.record(
                    Viewer.system(name()),
                    AuditRecord.of(
                            AuditAction.PURGED,
                            null,
                            "attachments: %d, contents: %d".formatted(attachments, contents)));
        }
        partitions.makeAhead();
    }
}
