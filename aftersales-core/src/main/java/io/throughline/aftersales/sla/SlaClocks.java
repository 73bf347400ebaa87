package io.throughline.aftersales.sla;

import io.throughline.foundation.job.JobId;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives tickets that were brought in from elsewhere the clocks that their past and the policies in force promise. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SlaClocks {

    private static final int BATCH = 500;

    private final ClockKeeper keeper;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    /**
     * The tickets with ids from {@code first} to {@code last}, finished ones too.
     *
     * @return how many there were
     */
    public int settle(Viewer viewer, long first, long last) {
        int count = 0;
        var batch = batch(first, last);
        while (!batch.isEmpty()) {
            keeper.settle(batch, ClockKeeper.Occasion.ARRIVAL);
            count += batch.size();
            batch = batch(batch.get(batch.size() - 1) + 1, last);
        }
        return count;
    }

    /** Has the clocks of all open tickets recomputed by a job, for example after policies went away. */
    public void recompute(Viewer viewer, String cause) {
        jobs.start(viewer, RecomputeClocks.KIND, new RecomputeClocks.Payload(cause, null));
    }

    /** Counts every stored clock again from history, by a job that must find no difference. */
    public JobId replay(Viewer viewer) {
        return jobs.start(viewer, ReplayClocks.KIND, new ReplayClocks.Payload());
    }

    private List<Long> batch(long first, long last) {
        return jdbc.sql("select id from aftersales.ticket where id between ? and ? order by id limit ? for update")
                .params(first, last, BATCH)
                .query(Long.class)
                .list();
    }
}
