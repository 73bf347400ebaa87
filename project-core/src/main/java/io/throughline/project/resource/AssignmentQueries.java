package io.throughline.project.resource;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.network.Effort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who works on a task. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class AssignmentQueries {

    private static final String ROWS = """
            select t.effort_type, t.effort_driven, a.resource_id, a.version, r.name, r.kind, a.units, a.work_minutes, a.actual_work_minutes,
                   a.remaining_work_minutes,
                   array(select s.skill from project.resource_skill s where s.resource_id = r.id
                          order by s.level desc, s.skill) as skills,
                   array(select s.level from project.resource_skill s where s.resource_id = r.id
                          order by s.level desc, s.skill) as levels
              from project.task t
              left join project.resource_assignment a on a.task_id = t.id
              left join project.resource r on r.id = a.resource_id
             where t.project_id = ? and t.number = ? and t.deleted_at is null
             order by a.id
            """;

    private final ProjectQueries projects;
    private final JdbcClient jdbc;

    /** @param effortDriven whether more people make it shorter */
    public record Rule(Effort.Type type, boolean effortDriven) {}

    /** @param rows in the order in which they came */
    public record Staffed(Rule rule, List<AssignmentRow> rows) {}

    /** In the order in which they came; throws {@link NotFound} without the task. */
    public List<AssignmentRow> of(Viewer viewer, String key, int number) {
        return of(viewer, projects.requirePlan(viewer, key), number).rows();
    }

    /** For a project already let in; throws {@link NotFound} without the task. */
    public Staffed of(Viewer viewer, ProjectAccess project, int number) {
        var rules = new ArrayList<Rule>();
        var rows = new ArrayList<AssignmentRow>();
        jdbc.sql(ROWS).params(project.id().value(), number).query(row -> {
            rules.add(new Rule(Effort.Type.valueOf(row.getString("effort_type")), row.getBoolean("effort_driven")));
            if (row.getObject("resource_id") != null) {
                rows.add(row(row));
            }
        });
        if (rules.isEmpty()) {
            throw new NotFound("task", project.key() + "-" + number);
        }
        return new Staffed(rules.get(0), List.copyOf(rows));
    }

    public AssignmentRow require(Viewer viewer, String key, int number, ResourceId resource) {
        return of(viewer, key, number).stream()
                .filter(row -> row.resource() == resource.value())
                .findFirst()
                .orElseThrow(() -> new NotFound("assignment", resource.value()));
    }

    private static AssignmentRow row(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("skills").getArray();
        var levels = (Integer[]) row.getArray("levels").getArray();
        var skills = new ArrayList<SkillLevel>();
        for (int i = 0; i < names.length; i++) {
            skills.add(new SkillLevel(names[i], levels[i]));
        }
        return new AssignmentRow(
                row.getLong("resource_id"),
                row.getInt("version"),
                row.getString("name"),
                ResourceKind.valueOf(row.getString("kind")),
                row.getBigDecimal("units").stripTrailingZeros(),
                row.getLong("work_minutes"),
                row.getLong("actual_work_minutes"),
                row.getLong("remaining_work_minutes"),
                skills);
    }
}
