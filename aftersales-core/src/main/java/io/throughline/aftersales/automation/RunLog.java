package io.throughline.aftersales.automation;

import io.throughline.aftersales.automation.ActiveRules.Rule;
import io.throughline.foundation.model.RuleViolation;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rules did to which ticket, kept for a year. */
@Component
@RequiredArgsConstructor
class RunLog {

    private static final Duration KEPT = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** How the rule's run for the cause ended; null where it has not come to it. */
    @Nullable
    RunOutcome known(Rule rule, Heard heard) {
        return jdbc.sql("""
                        select outcome from aftersales.automation_run
                         where rule_id = ? and ticket_id = ? and cause = ?
                        """)
                .params(rule.id(), heard.ticket(), heard.cause())
                .query(String.class)
                .optional()
                .map(RunOutcome::valueOf)
                .orElse(null);
    }

    /** How many rules ran on a ticket in the last hour. */
    int lastHour(long ticket) {
        return jdbc.sql("""
                        select count(*) from aftersales.automation_run
                         where ticket_id = ? and at > ? and outcome = 'RAN'
                        """)
                .params(ticket, Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
    }

    void add(Rule rule, Heard heard, RunOutcome outcome, @Nullable RuleViolation refused) {
        jdbc.sql("""
                        insert into aftersales.automation_run (rule_id, ticket_id, cause, waited_since, at, outcome, reason,
                               reason_args)
                        values (:rule, :ticket, :cause, :since, :at, :outcome, :reason, :args)
                        """)
                .param("rule", rule.id())
                .param("ticket", heard.ticket())
                .param("cause", heard.cause())
                .param("since", heard.occasion().isTimed() ? Timestamp.from(heard.at()) : null)
                .param("at", Timestamp.from(clock.instant()))
                .param("outcome", outcome.name())
                .param("reason", refused == null ? null : refused.key())
                .param("args", refused == null ? new String[0] : texts(refused.args()))
                .update();
    }

    private static String[] texts(Object[] args) {
        return Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
    }

    void forgetOld() {
        jdbc.sql("delete from aftersales.automation_run where at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
