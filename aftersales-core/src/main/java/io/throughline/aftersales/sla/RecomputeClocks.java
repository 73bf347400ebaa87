package io.throughline.aftersales.sla;

import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Recomputes the clocks of every open ticket after a policy or calendar changed, batch by batch. */
@Component
@RequiredArgsConstructor
class RecomputeClocks implements JobHandler<RecomputeClocks.Payload> {

    static final String KIND = "aftersales.sla.recompute";

    private static final int BATCH = 200;

    private final ClockKeeper keeper;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /**
     * @param cause what changed, for the audit trail
     * @param customer only this one's tickets; null for all
     */
    record Payload(String cause, @Nullable Long customer) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    @Override
    public JobResult run(JobContext context, Payload payload) {
        int total = jdbc.sql("select count(*) from aftersales.ticket where live" + only(payload.customer()))
                .query(Integer.class)
                .single();
        int done = 0;
        long last = 0;
        while (true) {
            context.checkCancelled();
            long from = last;
            var batch = transactions.execute(status -> settle(from, payload));
            if (batch == null || batch.isEmpty()) {
                return JobResult.of("aftersales.sla.recomputed", Map.of("tickets", done));
            }
            done += batch.size();
            last = batch.get(batch.size() - 1);
            context.progress(Math.min(done, total), Math.max(done, total));
        }
    }

    /** Locked in the order of their ids, as every command on several tickets does. */
    List<Long> settle(long after, Payload payload) {
        var batch = jdbc.sql("""
                        select id from aftersales.ticket
                         where live and id > :after %s
                         order by id
                         limit :batch
                           for update
                        """.formatted(only(payload.customer())))
                .param("after", after)
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        if (!batch.isEmpty()) {
            var causes = new HashMap<Long, @Nullable String>();
            batch.forEach(ticket -> causes.put(ticket, payload.cause()));
            keeper.settle(causes, ClockKeeper.Occasion.CHANGE);
        }
        return batch;
    }

    private static String only(@Nullable Long customer) {
        return customer == null ? "" : " and customer_id = " + customer;
    }
}
