package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to tickets by the passing of days; called by a recurring job, on any number of nodes at once.
 *
 * <p>Each call handles one batch and says how many it was; call again until it says zero.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow
public class TicketTimers {

    private static final int BATCH = 200;

    private final TicketRepository tickets;
    private final TicketStatuses statuses;
    private final TicketRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Closes what was resolved so many days ago that nobody objects any more. */
    public int closeResolved(Viewer viewer) {
        var ids = jdbc.sql("""
                        select id from aftersales.ticket
                         where category = 'RESOLVED' and resolved_at <= :before
                         order by resolved_at
                         limit :batch
                           for update skip locked
                        """)
                .param("before", Timestamp.from(clock.instant().minus(rules.closeAfter())))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        return moveAll(viewer, ids, TicketStatus.CLOSED);
    }

    /** Brings back what was on hold until now; its owner is told by the event. */
    public int wakeHeld(Viewer viewer) {
        var ids = jdbc.sql("""
                        select id from aftersales.ticket
                         where status = 'ON_HOLD' and held_until <= :now
                         order by held_until
                         limit :batch
                           for update skip locked
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        return moveAll(viewer, ids, TicketStatus.IN_PROGRESS);
    }

    /** Forgets what can no longer be taken back. */
    public int forgetBatches(Viewer viewer) {
        return jdbc.sql("""
                        delete from aftersales.ticket_batch where id in (
                            select id from aftersales.ticket_batch where at < :before limit :batch
                               for update skip locked)
                        """)
                .param("before", Timestamp.from(clock.instant().minus(TicketBatches.UNDO.multipliedBy(2))))
                .param("batch", BATCH)
                .update();
    }

    private int moveAll(Viewer viewer, List<Long> ids, String code) {
        if (ids.isEmpty()) {
            return 0;
        }
        var status = statuses.require(code);
        var batch = tickets.findByIdIn(ids);
        batch.forEach(ticket -> ticket.moveTo(status, viewer, clock.instant(), null));
        tickets.saveAllAndFlush(batch);
        return batch.size();
    }
}
