package io.throughline.project.schedule;

import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which milestones a customer's projects have reached. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CustomerMilestones {

    private final JdbcClient jdbc;

    /**
     * Reached milestones before a moment, newest first; the project's own zone tells the moment.
     *
     * @param before exclusive, together with the id of the record the moment belongs to
     */
    public List<Reached> reached(Viewer viewer, CustomerId customer, Instant before, long beforeId, int limit) {
        return jdbc.sql("""
                        select m.id, p.key, p.name as project, m.name, m.actual_finish at time zone p.zone as at
                          from project.project p
                          join project.task m on m.project_id = p.id and m.kind = 'MILESTONE'
                         where p.customer_id = :customer and m.actual_finish is not null
                           and (m.actual_finish at time zone p.zone, m.id) < (:before, :beforeId) and %s
                         order by at desc, m.id desc limit :limit
                        """.formatted(ProjectScope.seen(viewer)))
                .param("customer", customer.value())
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, n) -> new Reached(
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("project"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** A milestone that was reached. */
    public record Reached(long id, String key, String project, String name, Instant at) {}
}
