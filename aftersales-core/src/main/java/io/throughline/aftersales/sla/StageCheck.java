package io.throughline.aftersales.sla;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every night: counts the stages of every ticket again from history. There must be no difference; what there is is named in
 * the log, counted for health and mended.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class StageCheck implements RecurringWork {

    private static final LocalTime AT = LocalTime.of(2, 40);
    private static final int BATCH = 500;

    private final StageKeeper keeper;
    private final JdbcClient jdbc;
    private final Settings settings;
    private final TransactionOperations transactions;

    @Override
    public String name() {
        return "aftersales.sla.stage-check";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(AT, ZoneId.of(settings.get(Setting.COMPANY_ZONE)));
    }

    @Override
    public void run(Instant now) {
        int differences = 0;
        long last = 0;
        while (true) {
            long from = last;
            var ids = ids(from);
            if (ids.isEmpty()) {
                break;
            }
            var found = transactions.execute(status -> mend(ids));
            differences += found == null ? 0 : found;
            last = ids.get(ids.size() - 1);
        }
        jdbc.sql("update aftersales.ticket_time_state set checked_at = ?, differences = ?")
                .params(Timestamp.from(now), differences)
                .update();
    }

    private List<Long> ids(long after) {
        return jdbc.sql("""
                        select id from aftersales.ticket
                         where id > ? and id <= (select counted_to from aftersales.ticket_time_state)
                         order by id limit ?
                        """).params(after, BATCH).query(Long.class).list();
    }

    /** Looks without a lock first; only what seems to differ is locked and looked at again. */
    int mend(List<Long> ids) {
        var suspects =
                keeper.differing(ids).stream().map(TicketPasts.Told::ticket).toList();
        if (suspects.isEmpty()) {
            return 0;
        }
        jdbc.sql("select id from aftersales.ticket where id in (:ids) order by id for update")
                .param("ids", suspects)
                .query(Long.class)
                .list();
        var differing = keeper.differing(suspects);
        differing.forEach(ticket -> log.warn("stage times of {} differed from its history", ticket.number()));
        if (!differing.isEmpty()) {
            keeper.keep(differing.stream().map(TicketPasts.Told::ticket).toList());
        }
        return differing.size();
    }
}
