package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the plans of templates. */
@Component
@RequiredArgsConstructor
class TemplateReader {

    private final JdbcClient jdbc;

    TemplatePlan plan(long template) {
        return jdbc.sql("select * from project.template_plan where template_id = ?")
                .param(template)
                .query((row, n) -> TemplatePlan.read(row))
                .single();
    }

    List<TemplateTask> tasks(long template) {
        return jdbc.sql("select " + TemplateTask.COLUMNS
                        + " from project.template_task where template_id = ? order by position")
                .param(template)
                .query((row, n) -> TemplateTask.read(row))
                .list();
    }

    /** Between places in the template. */
    List<Link> links(long template) {
        return jdbc.sql("""
                        select predecessor, successor, type, lag_minutes, lag_unit from project.template_link
                         where template_id = ? order by successor, predecessor
                        """)
                .param(template)
                .query((row, n) -> new Link(
                        row.getLong("predecessor"),
                        row.getLong("successor"),
                        DependencyType.valueOf(row.getString("type")),
                        lag(row)))
                .list();
    }

    record MilestoneLine(int position, String name, boolean shared) {}

    List<MilestoneLine> milestones(long template, Locale locale) {
        return jdbc.sql("select position, %s as name, shared from project.template_task".formatted(name(locale))
                        + " where template_id = ? and kind = 'MILESTONE' and not summary order by position")
                .param(template)
                .query(MilestoneLine.class)
                .list();
    }

    List<TemplateLine> outline(long template, Locale locale, int from, int most) {
        var links = links(template).stream()
                .collect(Collectors.groupingBy(
                        Link::successor, Collectors.mapping(TemplateReader::view, Collectors.toList())));
        return jdbc.sql("select position, level, summary, kind, %s as name, mode, duration_minutes, duration_elapsed,"
                                .formatted(name(locale))
                        + " first_day, last_day from project.template_task where template_id = ? and position >= ?"
                        + " order by position limit ?")
                .params(template, from, most)
                .query((row, n) -> new TemplateLine(
                        row.getInt("position"),
                        row.getInt("level"),
                        row.getBoolean("summary"),
                        TaskKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        ScheduleMode.valueOf(row.getString("mode")),
                        TaskColumns.number(row, "duration_minutes"),
                        row.getBoolean("duration_elapsed"),
                        row.getInt("first_day"),
                        row.getInt("last_day"),
                        links.getOrDefault(row.getLong("position"), List.of())))
                .list();
    }

    static Lag lag(ResultSet row) throws SQLException {
        return new Lag(Lag.Unit.valueOf(row.getString("lag_unit")), row.getLong("lag_minutes"));
    }

    private static PredecessorView view(Link link) {
        return new PredecessorView(
                (int) link.predecessor(),
                "",
                link.type(),
                link.lag().amount(),
                LagUnit.valueOf(link.lag().unit().name()));
    }

    /** In the reader's language where the template has it, else in the other. */
    static String name(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage())
                ? "coalesce(name_zh, name_en)"
                : "coalesce(name_en, name_zh)";
    }
}
