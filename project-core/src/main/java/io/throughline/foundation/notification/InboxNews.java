package io.throughline.foundation.notification;

import java.time.Clock;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the open pages of people how many records have something unread now. */
@Component
@RequiredArgsConstructor
class InboxNews {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** One statement, in the caller's transaction, however many people. */
    void tell(Collection<Long> users) {
        if (users.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select count(pg_notify('%s', 'user:' || u.id || ' {"type":"inbox","unread":' || c.unread || '}'))
                          from unnest(:users) as u(id)
                         cross join lateral (select count(*) as unread from (
                            select 1 from foundation.inbox_entry e
                             where e.user_id = u.id and e.unread > 0 and not e.muted
                               and (e.snoozed_until is null or e.snoozed_until <= :now)
                             limit :most) as counted) c
                        """.formatted(LiveEvents.CHANNEL))
                .param("users", users.toArray(Long[]::new))
                .param("now", Times.sql(clock.instant()))
                .param("most", InboxQueries.MOST_COUNTED)
                .query(Long.class)
                .single();
    }
}
