package io.throughline.aftersales.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rules that are switched on. Other nodes follow a change within five seconds. */
@Component
@RequiredArgsConstructor
class ActiveRules {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    private volatile @Nullable Known known;

    record Rule(long id, String nameZh, String nameEn, RuleTerms terms) {}

    private record Known(Instant until, Set<Occasion> occasions) {}

    /** Whether any rule waits for this; asked on the way of every message, so it is remembered for some seconds. */
    boolean hears(Occasion occasion) {
        var now = clock.instant();
        var current = known;
        if (current == null || !now.isBefore(current.until())) {
            current = new Known(now.plus(FRESH), occasions());
            known = current;
        }
        return current.occasions().contains(occasion);
    }

    /** In the order in which they run, read anew. */
    List<Rule> of(Set<Occasion> occasions) {
        return jdbc.sql("""
                        select id, name_zh, name_en, terms from aftersales.automation_rule
                         where active and occasion in (:occasions)
                         order by position, id
                        """)
                .param("occasions", occasions.stream().map(Enum::name).toList())
                .query((row, n) -> new Rule(
                        row.getLong("id"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        Json.read(row.getString("terms"))))
                .list();
    }

    /** At once and when the change is there for everybody. */
    void forget() {
        known = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    known = null;
                }
            });
        }
    }

    private Set<Occasion> occasions() {
        var found = EnumSet.noneOf(Occasion.class);
        jdbc.sql("select distinct occasion from aftersales.automation_rule where active")
                .query((row, n) -> Occasion.valueOf(row.getString(1)))
                .list()
                .forEach(found::add);
        return found;
    }
}
