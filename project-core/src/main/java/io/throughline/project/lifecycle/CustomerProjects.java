package io.throughline.project.lifecycle;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers for customers what their projects amount to, as far as the viewer may see them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CustomerProjects {

    private final JdbcClient jdbc;

    /** Projects being worked on or on hold, by customer; customers without any are left out. One statement for all. */
    public Map<Long, Integer> running(Viewer viewer, Collection<Long> customers) {
        var counts = new HashMap<Long, Integer>();
        jdbc.sql("""
                        select p.customer_id, count(*) as running from project.project p
                         where p.customer_id = any(:customers) and p.status in ('ACTIVE', 'ON_HOLD') and %s
                         group by p.customer_id
                        """.formatted(ProjectScope.seen(viewer)))
                .param("customers", customers.toArray(Long[]::new))
                .query(row -> {
                    counts.put(row.getLong("customer_id"), row.getInt("running"));
                });
        return counts;
    }

    /**
     * Gate decisions of the customer's projects before a moment, newest first.
     *
     * @param before exclusive, together with the id of the record the moment belongs to
     */
    public List<GateEvent> gates(Viewer viewer, CustomerId customer, Instant before, long beforeId, int limit) {
        return jdbc.sql("""
                        select g.id, p.key, p.name, g.phase, g.decision, u.name as by, g.decided_at as at
                          from project.project p
                          join project.gate_review g on g.project_id = p.id
                          left join foundation.app_user u on u.id = g.decided_by
                         where p.customer_id = :customer and (g.decided_at, g.id) < (:before, :beforeId) and %s
                         order by g.decided_at desc, g.id desc limit :limit
                        """.formatted(ProjectScope.seen(viewer)))
                .param("customer", customer.value())
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, n) -> new GateEvent(
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("name"),
                        Phase.valueOf(row.getString("phase")),
                        GateDecision.valueOf(row.getString("decision")),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** A gate of a project was decided. */
    public record GateEvent(
            long id,
            String key,
            String name,
            Phase phase,
            GateDecision decision,
            @Nullable String by,
            Instant at) {}
}
