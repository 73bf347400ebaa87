package io.throughline.project.lifecycle;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a customer's manager contact the projects of the own company, and nothing else to anybody. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.CUSTOMER)
public class PortalProjectQueries {

    private static final String SELECT = """
            select p.id, p.key, p.name, p.status, p.phase, p.zone, pm.name as manager_name,
                   p.committed_date, p.final_acceptance_date
              from project.project p left join foundation.app_user pm on pm.id = p.manager_id
             where p.customer_id = ? and p.status <> 'CANCELLED'
            """;

    private final JdbcClient jdbc;

    /** Running projects first, then by key. */
    public List<PortalProject> list(Viewer viewer) {
        if (!viewer.customerManager()) {
            return List.of();
        }
        return jdbc.sql(SELECT + " order by p.status = 'CLOSED', p.key limit 200")
                .param(viewer.requireCustomerId())
                .query((row, n) -> project(row))
                .list();
    }

    /** Throws {@link NotFound} unless it is a project of the viewer's company and the viewer a manager there. */
    public PortalProject require(Viewer viewer, String key) {
        if (!viewer.customerManager()) {
            throw new NotFound("project", key);
        }
        return jdbc.sql(SELECT + " and p.key = ?")
                .params(viewer.requireCustomerId(), key.toUpperCase(Locale.ROOT))
                .query((row, n) -> project(row))
                .optional()
                .orElseThrow(() -> new NotFound("project", key));
    }

    private static PortalProject project(ResultSet row) throws SQLException {
        return new PortalProject(
                new ProjectId(row.getLong("id")),
                row.getString("key"),
                row.getString("name"),
                ProjectStatus.valueOf(row.getString("status")),
                Phase.valueOf(row.getString("phase")),
                ZoneId.of(row.getString("zone")),
                row.getString("manager_name"),
                ProjectQueries.date(row, "committed_date"),
                ProjectQueries.date(row, "final_acceptance_date"));
    }
}
