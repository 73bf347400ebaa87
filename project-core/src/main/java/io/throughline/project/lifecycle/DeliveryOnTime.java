package io.throughline.project.lifecycle;

import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValues;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * On-time delivery rate (catalogue section 1): due are projects whose committed date, after approved changes, lies in the
 * period and not after today; met are those finally accepted on or before it. Cancelled projects are out.
 */
@Component
@RequiredArgsConstructor
class DeliveryOnTime implements KpiSource {

    private final KpiFacts facts;

    @Override
    public String id() {
        return "delivery-on-time";
    }

    @Override
    public KpiUnit unit() {
        return KpiUnit.PERCENT;
    }

    @Override
    public Direction direction() {
        return Direction.UP;
    }

    @Override
    public KpiValues values(Viewer viewer, KpiQuery query) {
        return facts.shares(sql(viewer), params(query, query.period().previous()), query.period());
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        return facts.rows(sql(viewer), params(query, query.period()), part, page);
    }

    private static String sql(Viewer viewer) {
        return """
                select p.id, 'PROJECT' as type, p.key as number, p.name as title, '/projects/' || p.key as path,
                       c.short_name as context, p.committed_date as due, p.final_acceptance_date as done,
                       coalesce(p.final_acceptance_date <= p.committed_date, false) as met
                  from project.project p
                  left join foundation.customer c on c.id = p.customer_id
                 where p.committed_date >= :from and p.committed_date < :to and p.committed_date <= :today
                   and p.status <> 'CANCELLED' and p.counts_in_kpi and %s
                """.formatted(ProjectScope.seen(viewer));
    }

    private static Map<String, Object> params(KpiQuery query, Period since) {
        return Map.of("from", since.from(), "to", query.period().to(), "today", query.today());
    }
}
