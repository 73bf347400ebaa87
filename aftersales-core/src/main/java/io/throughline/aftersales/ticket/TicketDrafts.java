package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts begun and not yet sent, one per person, ticket and kind of message, kept on the server. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class TicketDrafts {

    private static final int LONGEST = 65536;

    private final JdbcClient jdbc;
    private final TicketAccess access;
    private final Clock clock;

    /** Keeps the text; a blank one is forgotten. */
    public void save(Viewer viewer, String number, Visibility visibility, String body) {
        var ticket = new TicketId(access.id(viewer, number));
        if (body.isBlank()) {
            forget(viewer, ticket, visibility);
            return;
        }
        jdbc.sql("""
                        insert into aftersales.ticket_draft (user_id, ticket_id, visibility, body, saved_at)
                        values (:user, :ticket, :visibility, :body, :at)
                        on conflict (user_id, ticket_id, visibility)
                        do update set body = excluded.body, saved_at = excluded.saved_at
                        """)
                .param("user", viewer.id().value())
                .param("ticket", ticket.value())
                .param("visibility", visibility.name())
                .param("body", body.length() > LONGEST ? body.substring(0, LONGEST) : body)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Sent or thrown away. */
    public void forget(Viewer viewer, TicketId ticket, Visibility visibility) {
        jdbc.sql("delete from aftersales.ticket_draft where user_id = ? and ticket_id = ? and visibility = ?")
                .params(viewer.id().value(), ticket.value(), visibility.name())
                .update();
    }
}
