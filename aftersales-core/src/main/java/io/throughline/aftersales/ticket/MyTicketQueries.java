package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tickets one person has to answer, by when they are due. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class MyTicketQueries {

    private final JdbcClient jdbc;

    /** Open and paused tickets assigned to the viewer and due in between; the end is left out. At most 500, soonest first. */
    public List<DueTicket> due(Viewer viewer, Instant from, Instant end) {
        return jdbc.sql("""
                        select t.id, t.number, t.subject, c.short_name as customer, t.due_at
                          from aftersales.ticket t
                          left join foundation.customer c on c.id = t.customer_id
                         where t.live and t.assignee_id = :me and t.due_at >= :from and t.due_at < :end
                         order by t.due_at, t.id limit 500
                        """)
                .param("me", viewer.id().value())
                .param("from", Timestamp.from(from))
                .param("end", Timestamp.from(end))
                .query((row, n) -> new DueTicket(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("customer"),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    /** @param customer short name; null for one without */
    public record DueTicket(
            long id,
            String number,
            String subject,
            @Nullable String customer,
            Instant dueAt) {}
}
