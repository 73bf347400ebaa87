package io.throughline.aftersales.sla;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every twenty seconds: records each due time that has passed at its true second, also those that passed while nothing ran
 * (service rule 11). Walks the index of what is owed, so it costs by what fell due, not by what there is.
 */
@Component
@RequiredArgsConstructor
class BreachSweep implements RecurringWork {

    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final SlaNotices notices;
    private final TransactionOperations transactions;

    @Override
    public String name() {
        return "aftersales.sla.breaches";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        while (isAnyDue(now) && record(now) == BATCH) {
            continue;
        }
    }

    /** Looks before it writes: most of the time nothing fell due. */
    private boolean isAnyDue(Instant now) {
        return jdbc.sql("""
                        select exists (select 1 from aftersales.ticket_clock
                                        where due_at < :now and stopped_at is null and breached_at is null)
                        """)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /**
     * One batch, and whoever has the ticket hears of it; two nodes at once take different rows, and a row that has its
     * breach is left alone.
     */
    int record(Instant now) {
        var broken = transactions.execute(status -> {
            var batch = take(now);
            batch.forEach(notices::breached);
            return batch;
        });
        return broken == null ? 0 : broken.size();
    }

    private List<StoredClock> take(Instant now) {
        return jdbc.sql("""
                        update aftersales.ticket_clock c
                           set breached_at = c.due_at
                          from (select ticket_id, type, start_at from aftersales.ticket_clock
                                 where due_at < :now and stopped_at is null and breached_at is null
                                 order by due_at
                                 limit :batch
                                   for update skip locked) d
                         where c.ticket_id = d.ticket_id and c.type = d.type and c.start_at = d.start_at
                        returning c.*
                        """)
                .param("now", Timestamp.from(now))
                .param("batch", BATCH)
                .query((row, n) -> StoredClock.of(row))
                .list();
    }
}
