package io.throughline.project.timesheet;

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
 * Timesheets in on time (catalogue section 5): owed are the weeks due in the period and not after today; met are those
 * first handed in on or before the day they were due. A week of leave is not owed.
 */
@Component
@RequiredArgsConstructor
class TimesheetComplete implements KpiSource {

    private final KpiFacts facts;

    @Override
    public String id() {
        return "timesheet-complete";
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
                select %s, null as context, w.due, (s.first_submitted_at at time zone :zone)::date as done,
                       s.first_submitted_at is not null
                           and (s.first_submitted_at at time zone :zone)::date <= w.due as met
                  from project.timesheet_week w
                  join foundation.app_user u on u.id = w.user_id
                  left join project.timesheet s on s.user_id = w.user_id and s.week = w.week
                 where w.due >= :from and w.due < :to and w.due < :tomorrow and %s
                """.formatted(OwedScope.COLUMNS, OwedScope.seen(viewer));
    }

    private static Map<String, Object> params(KpiQuery query, Period since) {
        return Map.of(
                "from",
                since.from(),
                "to",
                query.period().to(),
                "tomorrow",
                query.today().plusDays(1),
                "zone",
                query.zone().getId());
    }
}
