package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.OpenWork;
import io.throughline.foundation.people.UserId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets a person still has to resolve. */
@Component
@RequiredArgsConstructor
class OpenTickets implements OpenWork {

    private final JdbcClient jdbc;

    @Override
    public List<Item> of(UserId user) {
        return jdbc.sql("""
                        select number, subject from aftersales.ticket
                         where assignee_id = ? and category in ('OPEN', 'PAUSED') order by created_at, id limit 200
                        """)
                .param(user.value())
                .query((row, n) -> new Item(
                        "web.people.work.ticket",
                        row.getString("number") + " " + row.getString("subject"),
                        "/tickets/" + row.getString("number")))
                .list();
    }
}
