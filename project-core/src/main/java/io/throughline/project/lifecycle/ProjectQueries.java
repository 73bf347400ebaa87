package io.throughline.project.lifecycle;

import io.throughline.foundation.model.Money;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads single projects, as far as the viewer may see them, and what the forms about them offer. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ProjectQueries {

    private final JdbcClient jdbc;

    /**
     * The project under its key, with what the viewer may do in it; under the key of the draft in which this thread works,
     * the project with that key.
     *
     * @throws ProjectMoved when the key is a former one
     * @throws NotFound when there is none the viewer may see
     */
    public ProjectAccess require(Viewer viewer, String key) {
        var upper = key.toUpperCase(Locale.ROOT);
        var draft = OpenDraft.under(upper);
        return draft.map(open -> access(viewer, "p.key = ?", open.project()).map(project -> project.in(open)))
                .orElseGet(() -> access(viewer, "p.key = ?", upper))
                .orElseThrow(() -> absent(viewer, upper));
    }

    /** Like {@link #require(Viewer, String)}, and the viewer may read its plan. */
    public ProjectAccess requirePlan(Viewer viewer, String key) {
        var access = require(viewer, key);
        if (!access.plan()) {
            throw new NotFound("plan of project", key);
        }
        return access;
    }

    /** The project of the id, if the viewer may see it. */
    public Optional<ProjectAccess> find(Viewer viewer, ProjectId id) {
        return access(viewer, "p.id = ?", id.value());
    }

    /** All of the project's own data; throws like {@link #require(Viewer, String)}. */
    public ProjectDetail detail(Viewer viewer, String key) {
        var upper = key.toUpperCase(Locale.ROOT);
        return jdbc.sql("""
                        select %1$s, p.goal, p.internal, p.visibility, p.health, p.health_reason, p.health_since,
                               c.number as customer_number, c.short_name as customer_name,
                               pm.name as manager_name, ae.name as ae_name,
                               p.planned_start, p.planned_finish, p.actual_start, p.actual_finish,
                               p.committed_date_r0, p.committed_date, p.final_acceptance_date,
                               p.budget_amount, p.budget_currency, p.changed_at,
                               w.name_%2$s as calendar_name, g.code as template,
                               coalesce(g.name_%2$s, g.name_zh, g.name_en) as template_name,
                               coalesce(p.template_revision, 1) as template_revision, g.revision as template_current
                          from project.project p
                          left join foundation.customer c on c.id = p.customer_id
                          left join foundation.app_user pm on pm.id = p.manager_id
                          left join foundation.app_user ae on ae.id = c.account_executive_id
                          left join foundation.work_calendar w on w.id = p.calendar_id
                          left join project.project_template g on g.id = p.template_id
                         where p.key = ? and %3$s
                        """.formatted(accessColumns(viewer), language(viewer), ProjectScope.seen(viewer)))
                .param(upper)
                .query((row, n) -> detail(access(row), row))
                .optional()
                .orElseThrow(() -> absent(viewer, upper));
    }

    /** The project's manager first, then the members by name. */
    public List<MemberRow> members(Viewer viewer, ProjectAccess access) {
        return jdbc.sql("""
                        select u.id, u.name, u.login, m.role, u.active
                          from project.project_member m join foundation.app_user u on u.id = m.user_id
                         where m.project_id = ?
                         order by u.name collate "zh-Hans-CN-x-icu", u.id
                        """)
                .param(access.id().value())
                .query((row, n) -> new MemberRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("login"),
                        MemberRole.valueOf(row.getString("role")),
                        row.getBoolean("active")))
                .list();
    }

    /** Active people of the staff holding any of the roles, by name. */
    public List<PersonChoice> people(Viewer viewer, Role... roles) {
        var names = java.util.Arrays.stream(roles).map(Role::name).toArray(String[]::new);
        return jdbc.sql("""
                        select u.id, u.name, u.login from foundation.app_user u
                         where u.active and exists (select 1 from foundation.user_role r
                             where r.user_id = u.id and r.role <> 'CUSTOMER' and (cardinality(?) = 0 or r.role = any(?)))
                         order by u.name collate "zh-Hans-CN-x-icu", u.id limit 500
                        """).params(names, names).query(PersonChoice.class).list();
    }

    /** People work can be given to: the manager and the members. */
    public List<PersonChoice> team(Viewer viewer, ProjectAccess access) {
        return jdbc.sql("""
                        select u.id, u.name, u.login from foundation.app_user u
                         where u.active and (u.id = :manager or u.id in
                             (select m.user_id from project.project_member m where m.project_id = :id and m.role <> 'OBSERVER'))
                         order by u.name collate "zh-Hans-CN-x-icu", u.id
                        """)
                .param("manager", access.managerId())
                .param("id", access.id().value())
                .query(PersonChoice.class)
                .list();
    }

    private static String language(Viewer viewer) {
        return Locale.CHINESE.getLanguage().equals(viewer.locale().getLanguage()) ? "zh" : "en";
    }

    private Optional<ProjectAccess> access(Viewer viewer, String where, Object value) {
        return jdbc.sql("select %s from project.project p where %s and %s"
                        .formatted(accessColumns(viewer), where, ProjectScope.seen(viewer)))
                .param(value)
                .query((row, n) -> access(row))
                .optional();
    }

    private RuntimeException absent(Viewer viewer, String key) {
        return jdbc.sql("select p.key from project.project_key_alias a join project.project p on p.id = a.project_id"
                        + " where a.key = ? and " + ProjectScope.seen(viewer))
                .param(key)
                .query(String.class)
                .optional()
                .<RuntimeException>map(now -> new ProjectMoved(key, now))
                .orElseGet(() -> new NotFound("project", key));
    }

    private static String accessColumns(Viewer viewer) {
        return """
            p.id, p.key, p.name, p.version, p.phase, p.status, p.zone, p.calendar_id, p.customer_id,
            p.manager_id,
                %s as manages, %s as contributes, %s as plan
                """.formatted(ProjectScope.led(viewer), ProjectScope.worked(viewer), ProjectScope.plan(viewer));
    }

    private static ProjectAccess access(ResultSet row) throws SQLException {
        return new ProjectAccess(
                new ProjectId(row.getLong("id")),
                row.getString("key"),
                row.getString("name"),
                row.getInt("version"),
                Phase.valueOf(row.getString("phase")),
                ProjectStatus.valueOf(row.getString("status")),
                ZoneId.of(row.getString("zone")),
                row.getObject("calendar_id", Long.class),
                row.getObject("customer_id", Long.class),
                row.getObject("manager_id", Long.class),
                row.getBoolean("manages"),
                row.getBoolean("manages") || row.getBoolean("contributes"),
                row.getBoolean("plan"),
                row.getBoolean("manages"));
    }

    private static ProjectDetail detail(ProjectAccess access, ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("budget_amount");
        return new ProjectDetail(
                access,
                row.getString("goal"),
                row.getBoolean("internal"),
                Visibility.valueOf(row.getString("visibility")),
                Health.valueOf(row.getString("health")),
                row.getString("health_reason"),
                instant(row, "health_since"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getString("manager_name"),
                row.getString("ae_name"),
                date(row, "planned_start"),
                date(row, "planned_finish"),
                date(row, "actual_start"),
                date(row, "actual_finish"),
                date(row, "committed_date_r0"),
                date(row, "committed_date"),
                date(row, "final_acceptance_date"),
                amount == null || !access.cost()
                        ? null
                        : new Money(amount, java.util.Currency.getInstance(row.getString("budget_currency"))),
                row.getString("calendar_name"),
                begunFrom(row),
                instant(row, "changed_at"));
    }

    private static ProjectDetail.@Nullable BegunFrom begunFrom(ResultSet row) throws SQLException {
        var code = row.getString("template");
        return code == null
                ? null
                : new ProjectDetail.BegunFrom(
                        code,
                        row.getString("template_name"),
                        row.getInt("template_revision"),
                        row.getInt("template_current"));
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
