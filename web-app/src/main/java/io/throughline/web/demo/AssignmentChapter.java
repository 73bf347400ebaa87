package io.throughline.web.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Rules of assignment of three teams, and one agent who takes no tickets for the moment. */
@RequiredArgsConstructor
final class AssignmentChapter {

    private static final Duration AGO = Duration.ofDays(120);

    private final Story story;

    void write() {
        var at = story.now.minus(AGO);
        rule(at, "SUPPORT1", "LEAST_LOAD", false, 30);
        long field = rule(at, "FIELD", "BEST_SKILL", true, null);
        rule(at, "TRAINING", "ROUND_ROBIN", true, null);
        need(field, "DIAGNOSIS", null, "电气调试", 3);
        need(field, null, "PLC", "PLC 编程", 3);
        story.jdbc.update(
                "insert into aftersales.agent_pause (user_id, since, until, reason) values (?, ?, ?, ?)",
                story.person("dengkai").id(),
                Timestamp.from(story.now),
                Timestamp.from(story.now.plus(Duration.ofDays(2))),
                "现场支持验收");
    }

    private long rule(Instant at, String team, String strategy, boolean automatic, @Nullable Integer mostOpen) {
        long id = story.id();
        story.jdbc.update(
                "insert into aftersales.assignment_rule (id, version, team_id, strategy, automatic, on_duty_only,"
                        + " skills_required, most_open, created_at, changed_at) values (?, 0, ?, ?, ?, true, false, ?, ?, ?)",
                id,
                story.teams.get(team),
                strategy,
                automatic,
                mostOpen,
                Timestamp.from(at),
                Timestamp.from(at));
        return id;
    }

    private void need(long rule, @Nullable String kind, @Nullable String word, String skill, int level) {
        story.jdbc.update(
                "insert into aftersales.assignment_need (rule_id, kind, word, skill, level) values (?, ?, ?, ?, ?)",
                rule,
                kind,
                word,
                skill,
                level);
    }
}
