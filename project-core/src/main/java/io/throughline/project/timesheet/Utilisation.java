package io.throughline.project.timesheet;

import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValue;
import io.throughline.foundation.kpi.KpiValues;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Utilisation (catalogue section 5), over the person-weeks that begin in the period and have ended:
 *
 * <pre>
 *   Σ hours booked on projects and service ÷ Σ capacity        capacity = calendar hours − leave
 * </pre>
 *
 * Booked are hours that were handed in; hours for the company itself are none. In the list a week is met within the band
 * of 70 to 90 %.
 *
 * <p>Example: 32 h on projects and 4 h of service in a week of 40 h, 8 h in a week of 16 h: 44 ÷ 56 = 78.6 %.
 */
@Component
@RequiredArgsConstructor
class Utilisation implements KpiSource {

    private static final int SCALE = 6;

    private final KpiFacts facts;
    private final JdbcClient jdbc;

    @Override
    public String id() {
        return "utilisation";
    }

    @Override
    public KpiUnit unit() {
        return KpiUnit.PERCENT;
    }

    @Override
    public Direction direction() {
        return Direction.NONE;
    }

    @Override
    public KpiValues values(Viewer viewer, KpiQuery query) {
        var values = new HashMap<Boolean, KpiValue>();
        jdbc.sql("""
                        select f.due >= :split as this, sum(f.booked) as booked, sum(f.capacity) as capacity,
                               count(*) filter (where f.met) as met, count(*) as n
                          from (%s) f group by 1
                        """.formatted(sql(viewer)))
                .params(params(query, query.period().previous()))
                .param("split", query.period().from())
                .query(row -> {
                    values.put(
                            row.getBoolean("this"),
                            value(
                                    row.getLong("booked"),
                                    row.getLong("capacity"),
                                    row.getLong("met"),
                                    row.getLong("n")));
                });
        var none = new KpiValue(null, 0, 0);
        return new KpiValues(values.getOrDefault(true, none), values.getOrDefault(false, none));
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        return facts.rows(sql(viewer), params(query, query.period()), part, page);
    }

    private static KpiValue value(long booked, long capacity, long met, long n) {
        var percent = BigDecimal.valueOf(booked)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(capacity), SCALE, RoundingMode.HALF_UP);
        return new KpiValue(percent, met, n);
    }

    private static String sql(Viewer viewer) {
        return """
                select %s, w.week as due, null::date as done, w.capacity_minutes as capacity, h.booked,
                       round(h.booked / 60.0, 1) || ' / ' || round(w.capacity_minutes / 60.0, 1) || ' h' as context,
                       h.booked * 100 between w.capacity_minutes * 70 and w.capacity_minutes * 90 as met
                  from project.timesheet_week w
                  join foundation.app_user u on u.id = w.user_id
                  left join project.timesheet s on s.user_id = w.user_id and s.week = w.week
                  cross join lateral (
                       select coalesce(sum(e.minutes), 0) as booked from project.time_entry e
                        where e.timesheet_id = s.id and s.status in ('SUBMITTED', 'APPROVED')
                          and e.kind in ('TASK', 'SERVICE')) h
                 where w.week >= :from and w.week < :to and w.week + 7 < :tomorrow and %s
                """.formatted(OwedScope.COLUMNS, OwedScope.seen(viewer));
    }

    private static Map<String, Object> params(KpiQuery query, Period since) {
        return Map.of(
                "from",
                since.from(),
                "to",
                query.period().to(),
                "tomorrow",
                query.today().plusDays(1));
    }
}
