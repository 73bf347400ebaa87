package io.throughline.project.resource;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pool, and the resources that single plans know alone. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class ResourceQueries {

    private static final int MOST_CHOICES = 2_000;

    private static final String COLUMNS = """
            select r.id, r.version, r.name, r.kind, p.key, r.user_id, u.login, r.max_units, r.unit_label, r.group_name,
                   r.calendar_id, r.active,
                   array(select s.skill from project.resource_skill s where s.resource_id = r.id
                          order by s.level desc, s.skill) as skills,
                   array(select s.level from project.resource_skill s where s.resource_id = r.id
                          order by s.level desc, s.skill) as levels
            """;

    private static final String FROM = """
              from project.resource r
              left join project.project p on p.id = r.project_id
              left join foundation.app_user u on u.id = r.user_id
            """;

    private static final String FILTER = """
             where (r.project_id is null and :project = '' or p.key = :project and %s)
               and (:text = '' or position(:text in lower(r.name)) > 0 or position(:text in lower(coalesce(u.login, ''))) > 0)
               and (:kind = '' or r.kind = :kind)
               and (:team = 0 or exists (select 1 from foundation.team_member m
                                          where m.team_id = :team and m.user_id = r.user_id))
               and (:skill = '' or exists (select 1 from project.resource_skill s
                                            where s.resource_id = r.id and s.skill = :skill))
               and (:active = '' or r.active = (:active = 'true'))
            """;

    private final JdbcClient jdbc;

    /** By name, in pinyin. */
    public Page<ResourceRow> page(Viewer viewer, ResourceFilter filter, PageRequest request) {
        @Nullable Cursor cursor = request.cursor();
        boolean back = request.backwards();
        var order = "r.name collate \"zh-Hans-CN-x-icu\"";
        var sql = COLUMNS
                + FROM
                + FILTER.formatted(ProjectScope.plan(viewer))
                + (cursor == null
                        ? ""
                        : " and (%s, r.id) %s (:name collate \"zh-Hans-CN-x-icu\", :id)"
                                .formatted(order, back ? "<" : ">"))
                + " order by %s %2$s, r.id %2$s limit :size".formatted(order, back ? "desc" : "asc");
        var rows = filtered(sql, filter)
                .param("name", cursor == null ? "" : cursor.value(0))
                .param("id", cursor == null ? 0 : cursor.id())
                .param("size", request.size() + 1)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(rows, request, row -> Cursor.of(row.name(), row.id()));
    }

    /** Up to 1 001. */
    public int count(Viewer viewer, ResourceFilter filter) {
        return filtered(
                        "select count(*) from (select 1 " + FROM + FILTER.formatted(ProjectScope.plan(viewer))
                                + " limit 1001) counted",
                        filter)
                .query(Integer.class)
                .single();
    }

    /** Throws {@link NotFound} for one that the viewer may not see. */
    public ResourceDetail require(Viewer viewer, ResourceId id) {
        var leave = jdbc.sql("""
                        select first_day, last_day, reason, from_noon, until_noon from project.resource_leave
                         where resource_id = ? order by 1
                        """)
                .param(id.value())
                .query((row, n) -> new Leave(
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason"),
                        row.getBoolean("from_noon"),
                        row.getBoolean("until_noon")))
                .list();
        return jdbc.sql(COLUMNS
                        + ", w.name_%s as calendar_name ".formatted(language(viewer))
                        + FROM
                        + """
                          left join foundation.work_calendar w on w.id = r.calendar_id
                         where r.id = ? and (r.project_id is null or %s)
                        """.formatted(ProjectScope.plan(viewer)))
                .param(id.value())
                .query((row, n) -> detail(row, leave))
                .optional()
                .orElseThrow(() -> new NotFound("resource", id.value()));
    }

    /** All that work on a plan's tasks or that the plan alone knows, by name. */
    @Allow(staff = true)
    public List<ResourceRow> ofProject(Viewer viewer, ProjectAccess project) {
        return jdbc.sql(COLUMNS + FROM + """
                         where r.project_id = :project
                            or exists (select 1 from project.resource_assignment a join project.task t on t.id = a.task_id
                                        where a.resource_id = r.id and a.project_id = :project and t.deleted_at is null)
                         order by r.name collate "zh-Hans-CN-x-icu", r.id limit :most
                        """)
                .param("project", project.id().value())
                .param("most", MOST_CHOICES)
                .query((row, n) -> row(row))
                .list();
    }

    /** What can be put on a task of the plan, by name: the pool that is in use, and the plan's own. */
    public List<ResourceRow> offered(Viewer viewer, ProjectAccess project) {
        return jdbc.sql(COLUMNS + FROM + """
                         where r.active and (r.project_id is null or r.project_id = ?)
                         order by r.name collate "zh-Hans-CN-x-icu", r.id limit ?
                        """)
                .params(project.id().value(), MOST_CHOICES)
                .query((row, n) -> row(row))
                .list();
    }

    /** People in use who have so many of the skills at the level or above. */
    public List<ResourceRow> having(Viewer viewer, List<SkillLevel> skills, int least) {
        return jdbc.sql(COLUMNS + FROM + """
                         where r.active and r.project_id is null and r.kind in ('PERSON', 'EQUIPMENT')
                           and (select count(*) from unnest(?::text[], ?::int[]) as n (skill, level)
                                  join project.resource_skill s
                                    on s.resource_id = r.id and s.skill = n.skill and s.level >= n.level) >= ?
                         order by r.name collate "zh-Hans-CN-x-icu", r.id limit 200
                        """)
                .param(skills.stream().map(SkillLevel::skill).toArray(String[]::new))
                .param(skills.stream().map(SkillLevel::level).toArray(Integer[]::new))
                .param(least)
                .query((row, n) -> row(row))
                .list();
    }

    /** Every skill somebody has, by name. */
    public List<String> skills(Viewer viewer) {
        return jdbc.sql("""
                        select skill from project.resource_skill group by skill
                         order by skill collate "zh-Hans-CN-x-icu" limit 500
                        """).query(String.class).list();
    }

    /** Names of teams by id, for a filter. */
    public List<TeamChoice> teams(Viewer viewer) {
        return jdbc.sql("select id, name_%1$s as name from foundation.team where active order by 2, 1"
                        .formatted(language(viewer)))
                .query(TeamChoice.class)
                .list();
    }

    public record TeamChoice(long id, String name) {}

    /** Active people of the company who are no resource yet, by name. */
    public List<UserChoice> people(Viewer viewer) {
        return jdbc.sql("""
                        select u.id, u.name, u.login from foundation.app_user u
                         where u.active and u.contact_id is null
                           and not exists (select 1 from project.resource r where r.user_id = u.id)
                         order by u.name collate "zh-Hans-CN-x-icu", u.id limit 500
                        """).query(UserChoice.class).list();
    }

    public record UserChoice(long id, String name, String login) {}

    private JdbcClient.StatementSpec filtered(String sql, ResourceFilter filter) {
        var kind = filter.kind();
        var team = filter.team();
        var active = filter.active();
        return jdbc.sql(sql)
                .param("project", text(filter.project()).toUpperCase(Locale.ROOT))
                .param("text", text(filter.text()).toLowerCase(Locale.ROOT))
                .param("kind", kind == null ? "" : kind.name())
                .param("team", team == null ? 0L : team)
                .param("skill", text(filter.skill()))
                .param("active", active == null ? "" : active.toString());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String language(Viewer viewer) {
        return Locale.CHINESE.getLanguage().equals(viewer.locale().getLanguage()) ? "zh" : "en";
    }

    private static ResourceRow row(ResultSet row) throws SQLException {
        return new ResourceRow(
                row.getLong("id"),
                row.getString("name"),
                ResourceKind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("login"),
                row.getBigDecimal("max_units").stripTrailingZeros(),
                row.getString("unit_label"),
                row.getString("group_name"),
                row.getObject("calendar_id", Long.class),
                row.getBoolean("active"),
                skills(row));
    }

    private static List<SkillLevel> skills(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("skills").getArray();
        var levels = (Integer[]) row.getArray("levels").getArray();
        var skills = new ArrayList<SkillLevel>();
        for (int i = 0; i < names.length; i++) {
            skills.add(new SkillLevel(names[i], levels[i]));
        }
        return skills;
    }

    private static ResourceDetail detail(ResultSet row, List<Leave> leave) throws SQLException {
        var head = row(row);
        return new ResourceDetail(
                head.id(),
                row.getInt("version"),
                head.name(),
                head.kind(),
                head.project(),
                row.getObject("user_id", Long.class),
                head.login(),
                head.maxUnits(),
                head.unitLabel(),
                head.group(),
                head.calendarId(),
                row.getString("calendar_name"),
                head.active(),
                head.skills(),
                leave);
    }
}
