package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who else has a ticket open, and who is writing on it (service rule 25), on all nodes.
 *
 * <p>An open page says so again every {@link #AGAIN}; who was not heard of for {@link #FRESH} is gone. The others are told
 * only when somebody comes, begins or stops writing, or leaves. One row per person and ticket, swept as they age.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class TicketPresence {

    public static final Duration AGAIN = Duration.ofSeconds(20);
    static final Duration FRESH = Duration.ofSeconds(50);

    private final JdbcClient jdbc;
    private final TicketAccess access;
    private final TicketLive live;
    private final Clock clock;

    /** A colleague who has the ticket open. */
    public record Present(String name, boolean writing) {}

    /**
     * The viewer has the ticket open.
     *
     * @return who else has, those who write first
     */
    public List<Present> here(Viewer viewer, String number, boolean writing) {
        var ticket = access.id(viewer, number);
        var now = clock.instant();
        boolean known = jdbc.sql("""
                        with before as (select writing, seen_at from aftersales.ticket_presence
                                         where ticket_id = :ticket and user_id = :user),
                             put as (insert into aftersales.ticket_presence (ticket_id, user_id, writing, seen_at)
                                     values (:ticket, :user, :writing, :now)
                                     on conflict (ticket_id, user_id)
                                     do update set writing = excluded.writing, seen_at = excluded.seen_at)
                        select exists (select 1 from before where writing = :writing and seen_at > :fresh)
                        """)
                .param("ticket", ticket)
                .param("user", viewer.id().value())
                .param("writing", writing)
                .param("now", Timestamp.from(now))
                .param("fresh", fresh(now))
                .query(Boolean.class)
                .single();
        if (!known) {
            sweep(now);
            live.presence(new TicketId(ticket));
        }
        return others(viewer, ticket, now);
    }

    /** The viewer closed it. */
    public void gone(Viewer viewer, String number) {
        var ticket = access.id(viewer, number);
        int left = jdbc.sql("delete from aftersales.ticket_presence where ticket_id = ? and user_id = ?")
                .params(ticket, viewer.id().value())
                .update();
        if (left > 0) {
            live.presence(new TicketId(ticket));
        }
    }

    private List<Present> others(Viewer viewer, long ticket, Instant now) {
        return jdbc.sql("""
                        select u.name, p.writing
                          from aftersales.ticket_presence p
                          join foundation.app_user u on u.id = p.user_id
                         where p.ticket_id = :ticket and p.user_id <> :user and p.seen_at > :fresh
                         order by p.writing desc, u.name collate "zh-Hans-CN-x-icu", u.id
                         limit 20
                        """)
                .param("ticket", ticket)
                .param("user", viewer.id().value())
                .param("fresh", fresh(now))
                .query(Present.class)
                .list();
    }

    /** Nodes that sweep at once leave each other's rows alone. */
    private void sweep(Instant now) {
        jdbc.sql("""
                        delete from aftersales.ticket_presence
                         where (ticket_id, user_id) in (select ticket_id, user_id from aftersales.ticket_presence
                                                         where seen_at < :gone limit 100 for update skip locked)
                        """)
                .param("gone", Timestamp.from(now.minus(FRESH.multipliedBy(2))))
                .update();
    }

    private static Timestamp fresh(Instant now) {
        return Timestamp.from(now.minus(FRESH));
    }
}
