package io.throughline.project.lifecycle;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the projects a viewer may see, in stretches. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ProjectListQueries {

    /** Up to here a count is exact; one more means "more than". */
    public static final int COUNTED = 1000;

    private static final String SELECT = """
            select p.id, p.key, p.name, p.status, p.phase, p.health, p.health_reason, p.customer_id,
                   c.number as customer_number, c.short_name as customer_name, pm.name as manager_name, ae.name as ae_name,
                   p.planned_start, p.planned_finish, p.committed_date, p.final_acceptance_date, p.changed_at,
                   (%s)::text as sort_value
              from project.project p
              left join foundation.customer c on c.id = p.customer_id
              left join foundation.app_user pm on pm.id = p.manager_id
              left join foundation.app_user ae on ae.id = c.account_executive_id
             where %s
             order by %s %s, p.id %s
             limit :limit
            """;

    private final JdbcClient jdbc;

    public Page<ProjectRow> list(Viewer viewer, ProjectFilter filter, PageRequest request) {
        var params = new HashMap<String, Object>();
        var where = new ArrayList<>(where(viewer, filter, params));
        var sort = filter.sort();
        boolean up = sort.descending() == request.backwards();
        var cursor = request.cursor();
        if (cursor != null) {
            where.add(
                    "(%s, p.id) %s (cast(:from as %s), :fromId)".formatted(sort.column(), up ? ">" : "<", sort.type()));
            params.put("from", cursor.value(0));
            params.put("fromId", cursor.id());
        }
        params.put("limit", request.size() + 1);
        var direction = up ? "asc" : "desc";
        var sql = SELECT.formatted(sort.column(), String.join("\n and ", where), sort.column(), direction, direction);
        var rows = jdbc.sql(sql).params(params).query(ProjectListQueries::line).list();
        var page = Page.cut(
                rows, request, line -> Cursor.of(line.sortValue(), line.row().id()));
        return new Page<>(page.rows().stream().map(Line::row).toList(), page.next(), page.previous());
    }

    /** Exact up to {@link #COUNTED}, {@code COUNTED + 1} for more. */
    public int count(Viewer viewer, ProjectFilter filter) {
        var params = new HashMap<String, Object>();
        var where = String.join("\n and ", where(viewer, filter, params));
        return jdbc.sql("select count(*) from (select 1 from project.project p"
                        + " left join foundation.customer c on c.id = p.customer_id where " + where + " limit "
                        + (COUNTED + 1) + ") t")
                .params(params)
                .query(Integer.class)
                .single();
    }

    private static List<String> where(Viewer viewer, ProjectFilter filter, Map<String, Object> params) {
        var where = new ArrayList<String>();
        where.add(ProjectScope.seen(viewer));
        if (filter.mine()) {
            where.add("(p.manager_id = :me or exists (select 1 from project.project_member mine"
                    + " where mine.project_id = p.id and mine.user_id = :me))");
            params.put("me", viewer.id().value());
        }
        var q = filter.q();
        if (q != null && !q.isBlank()) {
            where.add("(p.key ilike :q or p.name ilike :q or c.short_name ilike :q or c.name ilike :q)");
            params.put(
                    "q",
                    "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        anyOf(where, params, "p.status", "status", filter.status());
        anyOf(where, params, "p.phase", "phase", filter.phase());
        anyOf(where, params, "p.health", "health", filter.health());
        if (filter.managerId() != null) {
            where.add("p.manager_id = :manager");
            params.put("manager", filter.managerId());
        }
        if (filter.customerId() != null) {
            where.add("p.customer_id = :customer");
            params.put("customer", filter.customerId());
        }
        if (filter.templateId() != null) {
            where.add("p.template_id = :template");
            params.put("template", filter.templateId());
        }
        return where;
    }

    private static void anyOf(
            List<String> where, Map<String, Object> params, String column, String name, Set<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            where.add(column + " in (:" + name + ")");
            params.put(name, values.stream().map(Enum::name).toList());
        }
    }

    private record Line(ProjectRow row, String sortValue) {}

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                new ProjectRow(
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("name"),
                        ProjectStatus.valueOf(row.getString("status")),
                        Phase.valueOf(row.getString("phase")),
                        Health.valueOf(row.getString("health")),
                        row.getString("health_reason"),
                        row.getObject("customer_id", Long.class),
                        row.getString("customer_number"),
                        row.getString("customer_name"),
                        row.getString("manager_name"),
                        row.getString("ae_name"),
                        ProjectQueries.date(row, "planned_start"),
                        ProjectQueries.date(row, "planned_finish"),
                        ProjectQueries.date(row, "committed_date"),
                        ProjectQueries.date(row, "final_acceptance_date"),
                        ProjectQueries.instant(row, "changed_at")),
                row.getString("sort_value"));
    }
}
