package io.throughline.aftersales.sla;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every half minute: counts the stages of tickets that came without their events. A database of an older version is
 * counted once, batch by batch, the rest is a look at the few newest ids.
 */
@Component
@RequiredArgsConstructor
class StageUpkeep implements RecurringWork {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int BATCH = 500;

    private final StageKeeper keeper;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    @Override
    public String name() {
        return "aftersales.sla.stages";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        while (Boolean.TRUE.equals(transactions.execute(status -> batch()))) {
            continue;
        }
    }

    /** One batch; whether there may be more. */
    boolean batch() {
        long from = jdbc.sql("select counted_to from aftersales.ticket_time_state for update")
                .query(Long.class)
                .single();
        var ids = jdbc.sql("select id from aftersales.ticket where id > ? order by id limit ?")
                .params(from, BATCH)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return false;
        }
        var missing = missing(ids);
        if (!missing.isEmpty()) {
            keeper.keep(missing);
        }
        jdbc.sql("update aftersales.ticket_time_state set counted_to = ?")
                .param(ids.get(ids.size() - 1))
                .update();
        return ids.size() == BATCH;
    }

    /** Locked, so that no event counts the same ticket meanwhile. */
    private List<Long> missing(List<Long> ids) {
        return jdbc.sql("""
                        select id from aftersales.ticket t
                         where id in (:ids)
                           and not exists (select 1 from aftersales.ticket_time k where k.ticket_id = t.id)
                         order by id
                           for update
                        """).param("ids", ids).query(Long.class).list();
    }
}
