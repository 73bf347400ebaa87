package io.throughline.aftersales.ticket;

import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValues;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Backlog, its age and overdue tickets: work that is open or paused at the moment, and the part of it whose due time has passed.
 * The period does not matter to them.
 */
class WorkAtHand implements KpiSource {

    private final String id;
    private final String condition;
    private final KpiFacts facts;
    private final Clock clock;

    private final KpiUnit unit;

    private WorkAtHand(String id, KpiUnit unit, String condition, KpiFacts facts, Clock clock) {
        this.id = id;
        this.unit = unit;
        this.condition = condition;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public KpiUnit unit() {
        return unit;
    }

    @Override
    public Direction direction() {
        return Direction.DOWN;
    }

    @Override
    public KpiValues values(Viewer viewer, KpiQuery query) {
        var scope = TicketScope.of(viewer);
        return unit == KpiUnit.COUNT
                ? facts.count(sql(scope, query), params(scope, query))
                : facts.median(sql(scope, query), params(scope, query));
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        var scope = TicketScope.of(viewer);
        return facts.rows(sql(scope, query), params(scope, query), part, page);
    }

    private String sql(TicketScope scope, KpiQuery query) {
        return """
                select t.id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number as path,
                       c.short_name as context, (t.opened_at at time zone '%s')::date as due, null::date as done,
                       true as met, extract(epoch from cast(:now as timestamptz) - t.opened_at) / 86400 as points
                  from aftersales.ticket t
                  left join foundation.customer c on c.id = t.customer_id
                 where t.live and t.counts_in_kpi and %s and %s%s
                """.formatted(
                        query.zone().getId().replace("'", ""),
                        condition,
                        scope.sql(),
                        query.slice().and("t.team_id", "t.kind", "t.customer_id"));
    }

    private Map<String, Object> params(TicketScope scope, KpiQuery query) {
        var params = new HashMap<>(scope.params());
        params.putAll(query.slice().params());
        params.put("now", Timestamp.from(clock.instant()));
        return params;
    }

    @Override
    public boolean isSliced() {
        return true;
    }

    /** One bean a measure. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource backlog(KpiFacts facts, Clock clock) {
            return new WorkAtHand("backlog", KpiUnit.COUNT, "true", facts, clock);
        }

        @Bean
        KpiSource backlogAge(KpiFacts facts, Clock clock) {
            return new WorkAtHand("backlog-age", KpiUnit.DAYS, "true", facts, clock);
        }

        @Bean
        KpiSource overdueTickets(KpiFacts facts, Clock clock) {
            return new WorkAtHand("overdue-tickets", KpiUnit.COUNT, "t.due_at < :now", facts, clock);
        }
    }
}
