package io.throughline.aftersales.ticket;

import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers for customers what their tickets amount to, as far as the viewer may see them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CustomerTickets {

    private static final String EVENTS = """
            select %s as resolved, t.id, t.number, t.subject, t.%s as at
              from aftersales.ticket t
             where t.customer_id = :customer and t.%<s is not null and (t.%<s, t.id) < (:before, :beforeId) and %s
             order by t.%2$s desc, t.id desc limit :limit
            """;

    private final JdbcClient jdbc;

    /** Open and paused tickets by customer; customers without any are left out. One statement for all. */
    public Map<Long, Integer> open(Viewer viewer, Collection<Long> customers) {
        var scope = TicketScope.of(viewer);
        var counts = new HashMap<Long, Integer>();
        jdbc.sql("""
                        select t.customer_id, count(*) as open from aftersales.ticket t
                         where t.live and t.customer_id = any(:customers) and %s group by t.customer_id
                        """.formatted(scope.sql()))
                .param("customers", customers.toArray(Long[]::new))
                .params(scope.params())
                .query(row -> {
                    counts.put(row.getLong("customer_id"), row.getInt("open"));
                });
        return counts;
    }

    /**
     * Openings and resolutions before a moment, newest first.
     *
     * @param before exclusive, together with the id of the record the moment belongs to
     */
    public List<Event> events(Viewer viewer, CustomerId customer, Instant before, long beforeId, int limit) {
        var scope = TicketScope.of(viewer);
        var sql = "select * from ((%s) union all (%s)) e order by e.at desc, e.id desc limit :limit"
                .formatted(
                        EVENTS.formatted("false", "opened_at", scope.sql()),
                        EVENTS.formatted("true", "resolved_at", scope.sql()));
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .params(scope.params())
                .query((row, n) -> new Event(
                        row.getLong("id"),
                        row.getBoolean("resolved"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /**
     * A ticket was opened or resolved.
     *
     * @param id the ticket's
     */
    public record Event(long id, boolean resolved, String number, String subject, Instant at) {}
}
