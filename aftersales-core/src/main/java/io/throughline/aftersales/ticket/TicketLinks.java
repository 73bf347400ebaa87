package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ties between tickets; a tie said twice is one. */
@Component
@RequiredArgsConstructor
class TicketLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    void add(Viewer viewer, TicketId from, TicketId to, LinkKind kind) {
        jdbc.sql("""
                        insert into aftersales.ticket_link (from_id, to_id, kind, at, by_user_id)
                        values (:from, :to, :kind, :at, :user)
                        on conflict do nothing
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .param("kind", kind.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("user", viewer.id().value())
                .update();
    }

    /** Only what was tied by hand can be untied. */
    void remove(TicketId one, TicketId other) {
        jdbc.sql("""
                        delete from aftersales.ticket_link
                         where kind = 'RELATED' and (from_id = :one and to_id = :other or from_id = :other and to_id = :one)
                        """).param("one", one.value()).param("other", other.value()).update();
    }
}
