package io.throughline.project.schedule;

import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValues;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * On-time milestone rate (catalogue section 1): due are milestones whose baseline date lies in the period and not after
 * today; met are those reached on or before it. An open one past its date counts as missed.
 */
@Component
@RequiredArgsConstructor
class MilestoneOnTime implements KpiSource {

    private final KpiFacts facts;

    @Override
    public String id() {
        return "milestone-on-time";
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
                select t.id, 'MILESTONE' as type, p.key || '-' || t.number as number, t.name as title,
                       '/projects/' || p.key || case when %s then '/tasks/' || t.number else '/milestones' end as path,
                       p.name as context,
                       t.baseline_finish::date as due, t.actual_finish::date as done,
                       t.actual_finish is not null and t.actual_finish::date <= t.baseline_finish::date as met
                  from project.task t
                  join project.project p on p.id = t.project_id
                 where t.kind = 'MILESTONE' and t.deleted_at is null and not t.summary and t.status <> 'CANCELLED'
                   and t.baseline_finish >= :from and t.baseline_finish < :to
                   and p.status <> 'CANCELLED' and p.counts_in_kpi and %s
                """.formatted(ProjectScope.plan(viewer), ProjectScope.seen(viewer));
    }

    private static Map<String, Object> params(KpiQuery query, Period since) {
        var tomorrow = query.today().plusDays(1);
        var to = query.period().to().isBefore(tomorrow) ? query.period().to() : tomorrow;
        return Map.of(
                "from", since.from().atStartOfDay(),
                "to", to.atStartOfDay());
    }
}
