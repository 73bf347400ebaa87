package io.throughline.foundation.activity;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail: who changed what, from, to, when. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class AuditQueries {

    private final JdbcClient jdbc;
    private final SubjectAccesses accesses;

    /** Newest first; the records' names, and which the viewer may open, come by two more statements per record type. */
    public Page<AuditRow> rows(Viewer viewer, AuditFilter filter, PageRequest request) {
        var conditions = new Conditions(viewer, filter, request);
        var order = request.backwards() ? "asc" : "desc";
        var rows = jdbc.sql("select e.* from foundation.audit_entry e where %s order by e.at %s, e.id %<s limit :limit"
                        .formatted(conditions.sql(), order))
                .params(conditions.values)
                .param("limit", request.size() + 1)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(linked(viewer, rows), request, row -> Cursor.of(row.at(), row.id()));
    }

    /** The record types that stand in the trail, for the filter. */
    public List<String> subjectTypes(Viewer viewer) {
        return jdbc.sql("""
                        with recursive types as (
                            (select subject_type from foundation.audit_entry
                              where subject_type is not null order by subject_type limit 1)
                            union all
                            select (select e.subject_type from foundation.audit_entry e
                                     where e.subject_type > t.subject_type order by e.subject_type limit 1)
                              from types t where t.subject_type is not null)
                        select subject_type from types where subject_type is not null
                        """).query(String.class).list();
    }

    private List<AuditRow> linked(Viewer viewer, List<AuditRow> rows) {
        var subjects = rows.stream()
                .map(AuditRow::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var links = accesses.links(subjects);
        var visible = accesses.visible(viewer, subjects);
        return rows.stream()
                .map(row -> row.subject() == null
                        ? row
                        : row.with(links.get(row.subject()), visible.contains(row.subject())))
                .toList();
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        var type = row.getString("subject_type");
        return new AuditRow(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor_id", Long.class),
                row.getString("actor_name"),
                row.getString("cause"),
                AuditAction.valueOf(row.getString("action")),
                row.getString("table_name"),
                row.getObject("record_id", Long.class),
                type == null ? null : new SubjectRef(type, row.getLong("subject_id")),
                null,
                false,
                row.getString("field"),
                row.getString("old_value"),
                row.getString("new_value"));
    }

    /** Only what is asked for, so that the planner sees which index serves. */
    private static final class Conditions {

        private final List<String> parts = new ArrayList<>(List.of("true"));
        private final Map<String, Object> values = new HashMap<>();

        Conditions(Viewer viewer, AuditFilter filter, PageRequest request) {
            text("""
                    e.actor_id = any(array(
                        select u.id from foundation.app_user u
                         where lower(u.login) = lower(:actor) or lower(u.name) = lower(:actor)
                        union all select 0 where lower(:actor) = 'system'))
                    """, "actor", filter.actor());
            text(
                    "e.action = :action",
                    "action",
                    filter.action() == null ? null : filter.action().name());
            text("e.subject_type = :subjectType", "subjectType", filter.subjectType());
            if (filter.subjectId() != null) {
                add("e.subject_id = :subjectId", "subjectId", filter.subjectId());
            }
            text("e.field = :field", "field", filter.field());
            if (filter.from() != null) {
                add("e.at >= :from", "from", start(viewer, filter.from()));
            }
            if (filter.to() != null) {
                add("e.at < :to", "to", start(viewer, filter.to().plusDays(1)));
            }
            var cursor = request.cursor();
            if (cursor != null) {
                add(request.backwards() ? "(e.at, e.id) > (:at, :id)" : "(e.at, e.id) < (:at, :id)", "id", cursor.id());
                values.put("at", ActivityQueries.at(cursor));
            }
        }

        String sql() {
            return String.join(" and ", parts);
        }

        private void text(String condition, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                add(condition, name, value.strip());
            }
        }

        private void add(String condition, String name, Object value) {
            parts.add(condition);
            values.put(name, value);
        }

        private static Timestamp start(Viewer viewer, LocalDate day) {
            return Timestamp.from(day.atStartOfDay(viewer.zone()).toInstant());
        }
    }
}
