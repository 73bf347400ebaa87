package io.throughline.project.template;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.TemplateUses;
import io.throughline.project.resource.TemplateCrews;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.schedule.TemplateForecast;
import io.throughline.project.schedule.TemplatePlans;
import io.throughline.project.scope.TemplateDeliverables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads project templates: the list, one with its outline, what may be chosen, when a project of one would end. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.ADMIN})
public class ProjectTemplateQueries {

    private static final int MOST = 1000;

    private static final String SELECT = """
            select t.id, t.code, t.name_zh, t.name_en, t.description_zh, t.description_en, t.kind, t.builtin, t.active,
                   t.revision, t.staffing, t.taken_at, t.created_by, t.source_id, t.version, u.name as taken_by_name,
                   p.direction = 'FROM_FINISH' as back, p.tasks, p.milestones, p.days
              from project.project_template t
              left join project.template_plan p on p.template_id = t.id
              left join foundation.app_user u on u.id = t.taken_by
            """;

    private final ProjectQueries projects;
    private final TemplateUses uses;
    private final TemplatePlans plans;
    private final TemplateCrews crews;
    private final TemplateDeliverables deliverables;
    private final JdbcClient jdbc;

    private record Stored(long id, @Nullable Long source, boolean back, TemplateWords words, TemplateRow row) {}

    /**
     * Built-in ones last, the others by name.
     *
     * @param active false for those archived or hidden
     */
    public List<TemplateRow> list(Viewer viewer, boolean active) {
        var counts = uses.counts(viewer);
        var order =
                " where t.active = ? order by t.builtin, coalesce(t.name_%s, t.name_%s) collate \"zh-Hans-CN-x-icu\", t.id";
        return jdbc.sql(SELECT + order.formatted(language(viewer), other(viewer)) + " limit " + MOST)
                .param(active)
                .query((row, n) -> stored(viewer, row, counts).row())
                .list();
    }

    /** The number of those archived or hidden. */
    public int archived(Viewer viewer) {
        return jdbc.sql("select count(*) from project.project_template where not active")
                .query(Integer.class)
                .single();
    }

    /** Throws {@link NotFound} where there is none of the code. */
    public TemplateRow require(Viewer viewer, String code) {
        return find(viewer, code).row();
    }

    /** With all of its outline. */
    public TemplateDetail detail(Viewer viewer, String code) {
        return detail(viewer, code, 1, Integer.MAX_VALUE);
    }

    /**
     * @param from position of the first row of the outline
     * @param most rows
     */
    public TemplateDetail detail(Viewer viewer, String code, int from, int most) {
        var found = find(viewer, code);
        var source = found.source() == null
                ? null
                : projects.find(viewer, new ProjectId(found.source()))
                        .map(ProjectAccess::key)
                        .orElse(null);
        return new TemplateDetail(
                found.row(),
                found.words(),
                source,
                found.back(),
                plans.outline(viewer, found.id(), from, most),
                crews.names(viewer, found.id()),
                deliverables.list(viewer, found.id()));
    }

    /** What {@code filter.template} of a list of projects stands for; a refusal there for a code that is none. */
    @Allow(staff = true)
    public @Nullable Long filtered(Viewer viewer, @Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : id(code).orElseThrow(
                                () -> new RuleViolation("project.lifecycle.unknownFilter", code).at("filter.template"));
    }

    /** What a list that is narrowed to a template calls it; empty without a code. */
    @Allow(staff = true)
    public Optional<TemplateChoice> named(Viewer viewer, @Nullable String code) {
        return code == null || code.isBlank()
                ? Optional.empty()
                : jdbc.sql(
                                "select code, coalesce(name_%s, name_%s) as name from project.project_template where code = ?"
                                        .formatted(language(viewer), other(viewer)))
                        .param(code)
                        .query(TemplateChoice.class)
                        .optional();
    }

    /** Of the record, for its trail. */
    public long id(Viewer viewer, String code) {
        return id(code).orElseThrow(() -> new NotFound("template", code));
    }

    private Optional<Long> id(String code) {
        return jdbc.sql("select id from project.project_template where code = ?")
                .param(code)
                .query(Long.class)
                .optional();
    }

    /** Those whose plan the viewer may take anew. */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER})
    public List<TemplateRow> replaceable(Viewer viewer) {
        return list(viewer, true).stream().filter(TemplateRow::isChangeable).toList();
    }

    /**
     * When a project of the template would reach its milestones and end, with those who would work on it in their hours
     * and without their leave, as noted today.
     *
     * @param finish where a plan that is counted back ends
     * @throws RuleViolation at {@code plannedFinish} where that is missing
     */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER})
    public TemplateForecast forecast(Viewer viewer, String code, LocalDate start, @Nullable LocalDate finish) {
        long template = find(viewer, code).id();
        return plans.forecast(viewer, template, start, finish, crews.hours(viewer, template));
    }

    private Stored find(Viewer viewer, String code) {
        var counts = uses.counts(viewer);
        return jdbc.sql(SELECT + " where t.code = ?")
                .param(code)
                .query((row, n) -> stored(viewer, row, counts))
                .optional()
                .orElseThrow(() -> new NotFound("template", code));
    }

    private static Stored stored(Viewer viewer, ResultSet row, Map<Long, Integer> counts) throws SQLException {
        var words = new TemplateWords(
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("description_zh"),
                row.getString("description_en"),
                TemplateKind.valueOf(row.getString("kind")));
        boolean chinese = language(viewer).equals("zh");
        var owner = row.getObject("created_by", Long.class);
        boolean builtin = row.getBoolean("builtin");
        boolean mine = !builtin && owner != null && owner.equals(viewer.personId());
        var taken = row.getTimestamp("taken_at");
        return new Stored(
                row.getLong("id"),
                row.getObject("source_id", Long.class),
                row.getBoolean("back"),
                words,
                new TemplateRow(
                        row.getString("code"),
                        words.name(chinese),
                        words.description(chinese),
                        words.kind(),
                        builtin,
                        row.getBoolean("active"),
                        row.getInt("revision"),
                        TemplateStaffing.valueOf(row.getString("staffing")),
                        row.getInt("tasks"),
                        row.getInt("milestones"),
                        row.getInt("days"),
                        counts.getOrDefault(row.getLong("id"), 0),
                        taken == null ? null : taken.toInstant(),
                        row.getString("taken_by_name"),
                        mine || viewer.hasAny(Role.MANAGER, Role.ADMIN),
                        row.getInt("version")));
    }

    private static String language(Viewer viewer) {
        return Locale.CHINESE.getLanguage().equals(viewer.locale().getLanguage()) ? "zh" : "en";
    }

    private static String other(Viewer viewer) {
        return language(viewer).equals("zh") ? "en" : "zh";
    }
}
