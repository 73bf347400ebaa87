package io.throughline.foundation.kpi;

import io.throughline.foundation.people.Viewer;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * The SQL that reads a measure day by day: rows {@code day, n, met, points}, whether they were kept or are counted now.
 *
 * <p>A kept day is read where it is ready, settled and untouched; every other day is counted from the records in the same
 * statement. So the figure is that of the records at any moment, and keeping days only makes it cheaper.
 */
final class DayFacts {

    /** Days that may still be written by who began before midnight. */
    private static final int LIVE_DAYS = 2;

    private static final String TOUCHED = "exists (select 1 from foundation.kpi_day_touched x where x.day = %s)";

    private static final String KEPT = """
            select k.day, %2$s
              from foundation.kpi_day k
             where k.measure_id = (select id from foundation.kpi_day_measure where key = '%1$s')
               and k.day >= :fromDay and k.day < :toDay and k.day < cast(:today as date) - %3$d and not %4$s%5$s
            """;

    /** From the first to the last day that facts are not read of; each asks the records' index for its own stretch. */
    private static final String LIVE = """
            select live_day.day, %2$s
              from (select g.day, g.day::timestamp at time zone :zone as since,
                           (g.day + 1)::timestamp at time zone :zone as until
                      from (select cast(d as date) as day
                              from generate_series(cast(:fromDay as timestamp),
                                                   least(cast(:toDay as date) - 1, cast(:today as date) + 1)::timestamp,
                                                   interval '1 day') d) g
                     where g.day >= cast(:today as date) - %3$d
                        or %4$s
                        or not exists (select 1 from foundation.kpi_day_ready r
                                        where r.day = g.day
                                          and r.measure_id = (select id from foundation.kpi_day_measure
                                                               where key = '%1$s'))) live_day
             cross join lateral (%5$s) q
            """;

    private DayFacts() {}

    /** The measure and the text of its rows, so that another text is another measure. */
    static String key(FactMeasure measure, ZoneId zone) {
        var text = measure.sql(Viewer.system("kpi"), KpiSlice.NONE);
        return "%s#%08x#%s"
                .formatted(measure.id(), text.hashCode(), zone.getId().replace("'", ""));
    }

    static boolean isKept(FactMeasure measure, Viewer viewer, KpiSlice slice) {
        return measure.isKeptByDay() && measure.isWhole(viewer) && slice.customer() == null;
    }

    /** The first day that is counted from the records, whatever is ready. */
    static LocalDate liveFrom(FactMeasure measure, LocalDate today) {
        return today.minusDays(live(measure));
    }

    static String of(FactMeasure measure, Viewer viewer, KpiQuery query) {
        var counted = """
                select count(*)::int as n, (count(*) filter (where t.met))::int as met, coalesce(sum(t.points), 0) as points
                  from (%s) t
                """;
        if (!isKept(measure, viewer, query.slice())) {
            return """
                    select (t.at at time zone :zone)::date as day, count(*)::int as n,
                           (count(*) filter (where t.met))::int as met, coalesce(sum(t.points), 0) as points
                      from (%s) t group by 1
                    """.formatted(measure.sql(viewer, query.slice()));
        }
        return both(measure, viewer, query, "k.n, k.met, k.points", "q.n, q.met, q.points", counted);
    }

    /** Every duration of the period in seconds, as rows {@code s}. */
    static String seconds(FactMeasure measure, Viewer viewer, KpiQuery query) {
        var each = "select (t.points * 3600)::int as s from (%s) t";
        return isKept(measure, viewer, query.slice())
                ? both(measure, viewer, query, "unnest(k.seconds) as s", "q.s", each)
                : each.formatted(measure.sql(viewer, query.slice()));
    }

    private static String both(
            FactMeasure measure, Viewer viewer, KpiQuery query, String kept, String live, String counting) {
        var key = key(measure, query.zone());
        var text = measure.sql(viewer, query.slice())
                .replace(":from", "live_day.since")
                .replace(":to", "live_day.until");
        return KEPT.formatted(
                        key,
                        kept,
                        live(measure),
                        TOUCHED.formatted("k.day"),
                        query.slice().and("k.team", "k.kind", "k.team"))
                + " union all "
                + LIVE.formatted(key, live, live(measure), TOUCHED.formatted("g.day"), counting.formatted(text));
    }

    private static int live(FactMeasure measure) {
        return Math.max(LIVE_DAYS, measure.settlingDays() + 1);
    }

    static Map<String, Object> params(KpiQuery query, Period since, Instant now) {
        return Map.of(
                "fromDay", Date.valueOf(since.from()),
                "toDay", Date.valueOf(query.period().to()),
                "today", Date.valueOf(LocalDate.ofInstant(now, query.zone())));
    }
}
