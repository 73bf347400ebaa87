package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.number;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands stored plans to simulation and leveling, computed. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanModels {

    private static final String TASKS = """
            select t.id, t.number, t.name, t.kind, t.summary, t.status, t.percent_complete, t.priority,
                   t.leveling_delay_minutes,
                   t.optimistic_minutes, t.likely_minutes, t.pessimistic_minutes
              from project.task t
             where t.project_id = ? and t.deleted_at is null and t.status <> 'CANCELLED'
             order by t.number
            """;

    private final ProjectQueries projects;
    private final Schedules schedules;
    private final JdbcClient jdbc;

    /** @throws io.throughline.foundation.model.RuleViolation for a plan that cannot be computed */
    public PlanModel of(Viewer viewer, String key) {
        return of(viewer, projects.requirePlan(viewer, key));
    }

    /** For a project already let in. */
    public PlanModel of(Viewer viewer, ProjectAccess project) {
        var computed = schedules.of(project.id());
        var tasks = jdbc.sql(TASKS)
                .param(project.id().value())
                .query((row, n) -> task(row))
                .list();
        return new PlanModel(project, computed.frame().revision(), computed.schedule(), tasks);
    }

    private static PlanModel.Task task(ResultSet row) throws SQLException {
        return new PlanModel.Task(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("name"),
                TaskKind.valueOf(row.getString("kind")),
                row.getBoolean("summary"),
                TaskStatus.valueOf(row.getString("status")),
                row.getInt("percent_complete"),
                row.getInt("priority"),
                row.getLong("leveling_delay_minutes"),
                ThreePointEstimate.of(
                        number(row, "optimistic_minutes"),
                        number(row, "likely_minutes"),
                        number(row, "pessimistic_minutes")));
    }
}
