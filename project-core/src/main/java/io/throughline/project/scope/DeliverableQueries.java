package io.throughline.project.scope;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.PortalProjectQueries;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads deliverables with their rounds: for the staff, and for the customer what was submitted. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class DeliverableQueries {

    private static final String LIST = """
            select d.id, d.number, d.version, d.name, d.description, d.criteria, d.status, d.owner_id, u.name as owner_name,
                   d.due_on, d.accepted_on,
                   a.round, a.submitted_at, a.note, a.decision, coalesce(a.reason, a.conditions) as text,
                   a.signed_name, a.decided_at
              from project.deliverable d
              left join foundation.app_user u on u.id = d.owner_id
              left join project.acceptance_record a on a.deliverable_id = d.id
             where d.project_id = ? and d.deleted_at is null %s
             order by d.due_on nulls last, d.number, a.round desc
            """;

    private final ProjectQueries projects;
    private final PortalProjectQueries portal;
    private final JdbcClient jdbc;

    /** By due day. */
    public List<DeliverableRow> list(Viewer viewer, String key) {
        return list(viewer, projects.requirePlan(viewer, key));
    }

    /** For a project already let in. */
    public List<DeliverableRow> list(Viewer viewer, ProjectAccess project) {
        return rows(project.id().value(), "");
    }

    /** Throws {@link NotFound}. */
    public DeliverableRow require(Viewer viewer, String key, int number) {
        return require(viewer, projects.requirePlan(viewer, key), number);
    }

    /** The same in a project already let in. */
    public DeliverableRow require(Viewer viewer, ProjectAccess project, int number) {
        return only(list(viewer, project), number);
    }

    /** What the customer was handed at least once. */
    @Allow(Role.CUSTOMER)
    public List<DeliverableRow> submitted(Viewer viewer, String key) {
        return rows(portal.require(viewer, key).id().value(), "and d.round > 0 and d.status <> 'DRAFT'");
    }

    /** One of them; throws {@link NotFound}. */
    @Allow(Role.CUSTOMER)
    public DeliverableRow requireSubmitted(Viewer viewer, String key, int number) {
        return only(rows(portal.require(viewer, key).id().value(), "and d.round > 0 and d.status <> 'DRAFT'"), number);
    }

    private static DeliverableRow only(List<DeliverableRow> rows, int number) {
        return rows.stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("deliverable", number));
    }

    private List<DeliverableRow> rows(long project, String narrowed) {
        Map<Long, DeliverableRow> rows = new LinkedHashMap<>();
        jdbc.sql(LIST.formatted(narrowed)).param(project).query(row -> {
            long id = row.getLong("id");
            var rounds = new ArrayList<DeliverableRow.Round>();
            var begun = rows.get(id);
            if (begun != null) {
                rounds.addAll(begun.rounds());
            }
            if (row.getObject("round") != null) {
                rounds.add(round(row));
            }
            rows.put(id, deliverable(row, rounds));
        });
        return List.copyOf(rows.values());
    }

    private static DeliverableRow deliverable(ResultSet row, List<DeliverableRow.Round> rounds) throws SQLException {
        return new DeliverableRow(
                row.getLong("id"),
                row.getInt("number"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("description"),
                row.getString("criteria"),
                DeliverableStatus.valueOf(row.getString("status")),
                row.getObject("owner_id", Long.class),
                row.getString("owner_name"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                rounds);
    }

    private static DeliverableRow.Round round(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        @Nullable Timestamp decided = row.getTimestamp("decided_at");
        return new DeliverableRow.Round(
                row.getInt("round"),
                row.getTimestamp("submitted_at").toInstant(),
                row.getString("note"),
                decision == null ? null : DeliverableStatus.valueOf(decision),
                row.getString("text"),
                row.getString("signed_name"),
                decided == null ? null : decided.toInstant());
    }
}
