package io.throughline.aftersales.assignment;

import io.throughline.aftersales.ticket.TicketKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rules of assignment, with or without somebody who asks. */
@Component
@RequiredArgsConstructor
class RuleReader {

    private static final String TEAMS = """
            select m.id as team_id, m.name_zh, m.name_en, r.id, r.version, r.strategy, r.automatic, r.on_duty_only,
                   r.skills_required, r.most_open, r.calendar_id, c.name_zh as calendar_zh, c.name_en as calendar_en
              from foundation.team m
              left join aftersales.assignment_rule r on r.team_id = m.id
              left join foundation.work_calendar c on c.id = r.calendar_id
            """;

    private final JdbcClient jdbc;

    /** Every team, also one without a rule. */
    List<RuleOfTeam> all() {
        var needs = needs(null);
        return jdbc.sql(TEAMS + " where m.active or r.id is not null order by m.name_zh, m.id")
                .query((row, n) -> rule(row, needs))
                .list();
    }

    Optional<RuleOfTeam> of(long team) {
        var needs = needs(team);
        return jdbc.sql(TEAMS + " where m.id = ?")
                .param(team)
                .query((row, n) -> rule(row, needs))
                .optional();
    }

    private Map<Long, List<SkillNeed>> needs(@Nullable Long team) {
        var needs = new HashMap<Long, List<SkillNeed>>();
        jdbc.sql("""
                        select n.rule_id, n.kind, n.language, n.word, n.skill, n.level
                          from aftersales.assignment_need n
                          join aftersales.assignment_rule r on r.id = n.rule_id
                         where :team::bigint is null or r.team_id = :team
                         order by n.skill, n.level, n.kind, n.language, n.word
                        """).param("team", team).query(row -> {
            needs.computeIfAbsent(row.getLong("rule_id"), rule -> new ArrayList<>())
                    .add(need(row));
        });
        return needs;
    }

    private static SkillNeed need(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var language = row.getString("language");
        return new SkillNeed(
                kind == null ? null : TicketKind.valueOf(kind),
                language == null ? null : TicketLanguage.valueOf(language),
                row.getString("word"),
                row.getString("skill"),
                row.getInt("level"));
    }

    private static RuleOfTeam rule(ResultSet row, Map<Long, List<SkillNeed>> needs) throws SQLException {
        var version = row.getObject("version", Integer.class);
        return new RuleOfTeam(
                row.getLong("team_id"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getObject("id", Long.class),
                version,
                AssignmentStrategy.valueOf(
                        Objects.requireNonNullElse(row.getString("strategy"), AssignmentStrategy.LEAST_LOAD.name())),
                row.getBoolean("automatic"),
                row.getBoolean("on_duty_only"),
                row.getBoolean("skills_required"),
                row.getObject("most_open", Integer.class),
                row.getObject("calendar_id", Long.class),
                row.getString("calendar_zh"),
                row.getString("calendar_en"),
                needs.getOrDefault(row.getLong("id"), List.of()));
    }
}
