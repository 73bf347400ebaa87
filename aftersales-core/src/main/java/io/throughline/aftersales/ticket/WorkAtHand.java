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
 * Backlog and overdue tickets: work that is open or paused at the moment, and the part of it whose due time has passed.
 * The period does not matter to them.
 */
class WorkAtHand implements KpiSource {

    private final String id;
    private final String condition;
    private final KpiFacts facts;
    private final Clock clock;

    private WorkAtHand(String id, String condition, KpiFacts facts, Clock clock) {
        this.id = id;
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
        return KpiUnit.COUNT;
    }

    @Override
    public Direction direction() {
        return Direction.DOWN;
    }

    @Override
    public KpiValues values(Viewer viewer, KpiQuery query) {
        var scope = TicketScope.of(viewer);
        return facts.count(sql(scope, query), params(scope));
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        var scope = TicketScope.of(viewer);
        return facts.rows(sql(scope, query), params(scope), part, page);
    }

    private String sql(TicketScope scope, KpiQuery query) {
        return """
                select t.id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number as path,
                       c.short_name as context, (t.opened_at at time zone '%s')::date as due, null::date as done,
                       true as met
                  from aftersales.ticket t
                  left join foundation.customer c on c.id = t.customer_id
                 where t.live and t.counts_in_kpi and %s and %s
                """.formatted(query.zone().getId().replace("'", ""), condition, scope.sql());
    }

    private Map<String, Object> params(TicketScope scope) {
        var params = new HashMap<>(scope.params());
        if (condition.contains(":now")) {
            params.put("now", Timestamp.from(clock.instant()));
        }
        return params;
    }

    /** The two measures of work at hand. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource backlog(KpiFacts facts, Clock clock) {
            return new WorkAtHand("backlog", "true", facts, clock);
        }

        @Bean
        KpiSource overdueTickets(KpiFacts facts, Clock clock) {
            return new WorkAtHand("overdue-tickets", "t.due_at < :now", facts, clock);
        }
    }
}
