package io.throughline.foundation.notification;

import io.throughline.foundation.people.Allow;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which open streams lost their right: the person was deactivated, or the session ended on whichever node. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(anyone = true)
public class LiveRights {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Of the keys, those whose stream must end; one statement. */
    public Set<StreamKey> lost(Collection<StreamKey> open) {
        if (open.isEmpty()) {
            return Set.of();
        }
        var keys = List.copyOf(new HashSet<>(open));
        return Set.copyOf(jdbc.sql("""
                        select k.user_id, k.session_id
                          from unnest(:users, :sessions) as k(user_id, session_id)
                         where not exists (select 1 from foundation.app_user u where u.id = k.user_id and u.active)
                            or k.session_id is not null
                               and not exists (select 1 from foundation.spring_session s
                                                where s.session_id = k.session_id and s.expiry_time > :now)
                        """)
                .param("users", keys.stream().map(StreamKey::userId).toArray(Long[]::new))
                .param("sessions", keys.stream().map(StreamKey::sessionId).toArray(String[]::new))
                .param("now", clock.millis())
                .query((row, n) -> new StreamKey(row.getLong(1), row.getString(2)))
                .list());
    }
}
