package io.throughline.aftersales.automation;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads automation rules and their log for people. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class AutomationRuleQueries {

    private static final Duration RECENT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A rule.
     *
     * @param version to hand back with a change
     * @param ran how often it ran in the last thirty days
     * @param notDone how often it was held up in that time: failed, or stopped against a loop
     */
    public record RuleRow(
            AutomationRuleId id,
            int version,
            String nameZh,
            String nameEn,
            int position,
            boolean active,
            RuleTerms terms,
            int ran,
            int notDone) {

        public String name(Locale locale) {
            return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? nameZh : nameEn;
        }
    }

    /**
     * One run of a rule on a ticket.
     *
     * @param reason message key of why it failed; null where none is known
     * @param reasonArgs what the message tells
     */
    public record RunRow(
            long id,
            String ticket,
            String subject,
            Instant at,
            RunOutcome outcome,
            @Nullable String reason,
            List<String> reasonArgs) {}

    private static final String RULES = """
            select r.*, l.ran, l.not_done
              from aftersales.automation_rule r
              left join lateral (select count(*) filter (where outcome = 'RAN') as ran,
                                        count(*) filter (where outcome <> 'RAN') as not_done
                                   from aftersales.automation_run where rule_id = r.id and at > :since) l on true
            """;

    /** All rules in the order in which they run; an installation has tens of them. */
    public List<RuleRow> list(Viewer viewer) {
        return jdbc.sql(RULES + " order by r.position, r.id limit 500")
                .param("since", recent())
                .query((row, n) -> rule(row))
                .list();
    }

    public RuleRow require(Viewer viewer, AutomationRuleId id) {
        return jdbc.sql(RULES + " where r.id = :id")
                .param("since", recent())
                .param("id", id.value())
                .query((row, n) -> rule(row))
                .optional()
                .orElseThrow(() -> new NotFound("automation-rule", id.value()));
    }

    /**
     * What a rule did, newest first.
     *
     * @param ran only what was done, or only what was not; null for both
     */
    public Page<RunRow> runs(Viewer viewer, AutomationRuleId id, @Nullable Boolean ran, PageRequest page) {
        var cursor = page.cursor();
        var rows = jdbc.sql("""
                        select r.id, t.number, t.subject, r.at, r.outcome, r.reason, r.reason_args
                          from aftersales.automation_run r
                          join aftersales.ticket t on t.id = r.ticket_id
                         where r.rule_id = :rule and (:both or (r.outcome = 'RAN') = :ran)
                           and (:none or r.id %1$s :cursor)
                         order by r.id %2$s
                         limit :limit
                        """.formatted(page.backwards() ? ">" : "<", page.backwards() ? "asc" : "desc"))
                .param("rule", id.value())
                .param("both", ran == null)
                .param("ran", Boolean.TRUE.equals(ran))
                .param("none", cursor == null)
                .param("cursor", cursor == null ? 0 : cursor.id())
                .param("limit", page.size() + 1)
                .query((row, n) -> new RunRow(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getTimestamp("at").toInstant(),
                        RunOutcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        List.of((String[]) row.getArray("reason_args").getArray())))
                .list();
        return Page.cut(rows, page, row -> Cursor.of(row.id()));
    }

    /** Ids of customers by number, as far as there are any. */
    public Map<String, Long> customers(Viewer viewer, Set<String> numbers) {
        return numbers.isEmpty() ? Map.of() : pairs("number in (:wanted)", numbers);
    }

    /** The numbers of customers, in order. */
    public List<String> numbers(Viewer viewer, Set<Long> customers) {
        return customers.isEmpty()
                ? List.of()
                : pairs("id in (:wanted)", customers).keySet().stream().sorted().toList();
    }

    private Map<String, Long> pairs(String condition, Set<?> wanted) {
        return jdbc
                .sql("select number, id from foundation.customer where " + condition)
                .param("wanted", wanted)
                .query((row, n) -> Map.entry(row.getString("number"), row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Timestamp recent() {
        return Timestamp.from(clock.instant().minus(RECENT));
    }

    private static RuleRow rule(ResultSet row) throws SQLException {
        return new RuleRow(
                new AutomationRuleId(row.getLong("id")),
                row.getInt("version"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getInt("position"),
                row.getBoolean("active"),
                Json.read(row.getString("terms")),
                row.getInt("ran"),
                row.getInt("not_done"));
    }
}
