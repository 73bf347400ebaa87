package io.throughline.aftersales.diagnosis;

import io.throughline.aftersales.diagnosis.DiagnosisDetail.Deliverable;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how far a ticket's diagnosis has come, and what of the customer's it can be about. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class DiagnosisQueries {

    private static final int MOST_DELIVERABLES = 200;

    private final JdbcClient jdbc;

    /** Of a ticket the viewer was shown; throws {@link NotFound} for another kind. */
    public DiagnosisDetail detail(Viewer viewer, TicketDetail ticket) {
        if (ticket.kind() != TicketKind.DIAGNOSIS) {
            throw new NotFound("diagnosis", ticket.number());
        }
        return jdbc.sql("""
                        select d.*, t.deliverable_id, p.key as project, v.number as deliverable_number, v.name as deliverable
                          from aftersales.ticket t
                          left join aftersales.diagnosis d on d.ticket_id = t.id
                          left join project.deliverable v on v.id = t.deliverable_id
                          left join project.project p on p.id = v.project_id
                         where t.id = ?
                        """)
                .param(ticket.id().value())
                .query((row, n) -> detail(row))
                .single();
    }

    /** What was or will be delivered to the customer of a ticket the viewer was shown, that of its project first. */
    public List<Deliverable> deliverables(Viewer viewer, TicketDetail ticket) {
        if (ticket.customerId() == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select v.id, p.key as project, v.number, v.name
                          from project.deliverable v
                          join project.project p on p.id = v.project_id
                         where p.customer_id = :customer and p.status <> 'CANCELLED' and v.deleted_at is null
                         order by p.id is distinct from :project, p.key, v.number
                         limit :most
                        """)
                .param("customer", ticket.customerId())
                .param("project", ticket.projectId())
                .param("most", MOST_DELIVERABLES)
                .query(Deliverable.class)
                .list();
    }

    private static DiagnosisDetail detail(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var symptoms = row.getString("symptoms");
        var cause = row.getString("cause");
        var fixBy = row.getString("fix_by");
        var project = row.getString("project");
        return new DiagnosisDetail(
                row.getInt("version"),
                state == null ? DiagnosisState.TRIAGE : DiagnosisState.valueOf(state),
                symptoms == null ? "" : symptoms,
                cause == null ? null : FaultCause.valueOf(cause),
                row.getString("cause_words"),
                row.getString("workaround"),
                fixBy == null ? null : FixBy.valueOf(fixBy),
                row.getString("fix_reference"),
                row.getString("plan"),
                row.getObject("planned_for", LocalDate.class),
                row.getString("remedy"),
                project == null
                        ? null
                        : new Deliverable(
                                row.getLong("deliverable_id"),
                                project,
                                row.getInt("deliverable_number"),
                                row.getString("deliverable")),
                instant(row, "begun_at"),
                instant(row, "workaround_at"),
                instant(row, "planned_at"),
                instant(row, "fixed_at"),
                instant(row, "verified_at"),
                row.getInt("refusals"),
                row.getString("refused_because"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
