package io.throughline.aftersales.automation;

import io.throughline.aftersales.automation.ActiveRules.Rule;
import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every minute: runs timed rules on open tickets that have waited long enough, once for each time they began to wait. */
@Component
@RequiredArgsConstructor
class TimedRules implements RecurringWork {

    private static final int BATCH = 500;

    private final ActiveRules active;
    private final RunRules rules;
    private final RunLog log;
    private final JdbcClient jdbc;

    @Override
    public String name() {
        return "aftersales.automation.timed";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(Instant now) {
        active.of(Arrays.stream(Occasion.values()).filter(Occasion::isTimed).collect(Collectors.toSet()))
                .forEach(rule -> run(rule, now));
        log.forgetOld();
    }

    private void run(Rule rule, Instant now) {
        var batch = waited(rule, now, 0);
        while (!batch.isEmpty()) {
            batch.forEach(heard -> rules.run(rule, heard));
            batch = batch.size() < BATCH
                    ? List.of()
                    : waited(rule, now, batch.get(BATCH - 1).ticket());
        }
    }

    /** By id, so that tickets whose conditions do not hold are passed by. */
    private List<Heard> waited(Rule rule, Instant now, long after) {
        var terms = rule.terms();
        var wait = Duration.ofMinutes(Objects.requireNonNull(terms.waitMinutes()));
        return jdbc.sql("""
                        select t.id, w.since
                          from aftersales.ticket t
                         cross join lateral (select %s as since) w
                         where t.live and t.id > :after and w.since <= :before
                           and not exists (select 1 from aftersales.automation_run r
                                            where r.rule_id = :rule and r.ticket_id = t.id and r.waited_since = w.since)
                         order by t.id
                         limit %d
                        """.formatted(terms.occasion().since(), BATCH))
                .param("after", after)
                .param("before", Timestamp.from(now.minus(wait)))
                .param("rule", rule.id())
                .query((row, n) -> {
                    var since = row.getTimestamp("since").toInstant();
                    return new Heard("t" + since, row.getLong("id"), terms.occasion(), null, since, List.of());
                })
                .list();
    }
}
