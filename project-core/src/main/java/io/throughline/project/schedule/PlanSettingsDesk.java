package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTimeline;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.schedule.network.PlanFrame.Alap;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how a plan is computed and changes it; the plan is computed anew at once. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PlanSettingsDesk {

    private static final String SETTINGS = """
            select coalesce(s.version, 0) as version, coalesce(s.direction, 'FROM_START') as direction,
                   coalesce(p.planned_start, s.start_on) as start_on, p.planned_finish,
                   coalesce(s.honors_constraints, true) as honors_constraints, coalesce(s.alap, 'FREE_SLACK') as alap,
                   coalesce(s.critical_slack_minutes, 0) as critical_slack_minutes,
                   coalesce(s.multiple_critical_paths, false) as multiple_critical_paths, p.status_date
              from project.project p left join project.plan s on s.project_id = p.id
             where p.id = ?
            """;

    private static final String CHANGE = """
            update project.plan set direction = ?, honors_constraints = ?, alap = ?, critical_slack_minutes = ?,
                   multiple_critical_paths = ?, version = version + 1
             where project_id = ?
            """;

    /** Delays found from one end mean nothing from the other. */
    private static final String UNLEVEL = """
            update project.task set leveling_delay_minutes = 0
             where project_id = ? and deleted_at is null and leveling_delay_minutes <> 0
            """;

    private final ProjectQueries queries;
    private final Projects projects;
    private final Replanning replanning;
    private final PlanChanges changes;
    private final ProjectTimeline timeline;
    private final Audit audit;
    private final JdbcClient jdbc;

    @Allow(staff = true)
    @Transactional(readOnly = true)
    public PlanSettings of(Viewer viewer, String key) {
        return read(queries.requirePlan(viewer, key));
    }

    /**
     * @throws StaleVersion when somebody changed them since
     * @throws RuleViolation at {@code direction} for a plan that counts back from a finish nobody has planned
     */
    public PlanChange change(Viewer viewer, String key, ChangePlanSettings command) {
        var project = queries.requirePlan(viewer, key).toManage();
        replanning.open(project.id());
        var before = read(project);
        if (command.version() != null && command.version() != before.version()) {
            throw new StaleVersion(command.version(), before.version());
        }
        if (command.direction() == Direction.FROM_FINISH && before.finish() == null) {
            throw new RuleViolation("project.schedule.settings.noFinish").at("direction");
        }
        if (command.direction() != before.direction()) {
            jdbc.sql(UNLEVEL).param(project.id().value()).update();
        }
        jdbc.sql(CHANGE)
                .param(command.direction().name())
                .param(command.honorsConstraints())
                .param(command.alap().name())
                .param(command.criticalSlackMinutes())
                .param(command.multipleCriticalPaths())
                .param(project.id().value())
                .update();
        projects.takeOver(viewer, key, project.calendarId(), command.statusDate());
        note(viewer, project, before, read(project));
        var moves = replanning.run(viewer, project.id(), project.key());
        timeline.record(viewer, project.id(), "project.schedule.settingsChanged");
        return changes.keep(viewer, project.id(), null, "project.schedule.settingsChanged", moves);
    }

    private PlanSettings read(ProjectAccess project) {
        return jdbc.sql(SETTINGS)
                .param(project.id().value())
                .query((row, n) -> settings(row))
                .single();
    }

    private void note(Viewer viewer, ProjectAccess project, PlanSettings before, PlanSettings after) {
        var lines = new ArrayList<AuditRecord>();
        note(lines, project, "direction", before.direction(), after.direction());
        note(lines, project, "honorsConstraints", before.honorsConstraints(), after.honorsConstraints());
        note(lines, project, "alap", before.alap(), after.alap());
        note(lines, project, "criticalSlackMinutes", before.criticalSlackMinutes(), after.criticalSlackMinutes());
        note(lines, project, "multipleCriticalPaths", before.multipleCriticalPaths(), after.multipleCriticalPaths());
        note(lines, project, "statusDate", before.statusDate(), after.statusDate());
        lines.forEach(line -> audit.record(viewer, line));
    }

    private static void note(
            List<AuditRecord> lines,
            ProjectAccess project,
            String field,
            @Nullable Object before,
            @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(AuditRecord.change(
                    ProjectTimeline.subject(project.id()),
                    "project.plan",
                    field,
                    before == null ? null : before.toString(),
                    after == null ? null : after.toString()));
        }
    }

    private static PlanSettings settings(ResultSet row) throws SQLException {
        return new PlanSettings(
                row.getInt("version"),
                Direction.valueOf(row.getString("direction")),
                date(row, "start_on"),
                date(row, "planned_finish"),
                row.getBoolean("honors_constraints"),
                Alap.valueOf(row.getString("alap")),
                row.getLong("critical_slack_minutes"),
                row.getBoolean("multiple_critical_paths"),
                date(row, "status_date"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
