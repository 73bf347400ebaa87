package io.throughline.foundation.kpi;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts days of the measures that are kept, and counts again those that were touched; what is read meanwhile comes from the
 * records (see {@link DayFacts}), so nothing waits for it.
 *
 * <p>A batch takes its marks and counts in one transaction, the marks first: what is committed after them leaves marks of
 * its own. Nodes take turns.
 */
@Component
class DayKeeper {

    /** How far back days are kept; older ones are counted when asked for. */
    static final int YEARS = 10;

    private static final int TOUCHED_AT_ONCE = 20;
    private static final int DAYS_AT_ONCE = 92;

    private static final String COUNT = """
            select (q.at at time zone :zone)::date as day, coalesce(q.team, 0) as team, coalesce(q.kind, '') as kind,
                   count(*)::int as n, (count(*) filter (where q.met))::int as met, coalesce(sum(q.points), 0) as points, %s as seconds
              from (%s) q
             group by 1, 2, 3
            """;

    private final List<FactMeasure> measures;
    private final KpiFacts facts;
    private final JdbcClient jdbc;
    private final Settings settings;
    private final TransactionOperations transactions;

    DayKeeper(
            List<KpiSource> sources,
            KpiFacts facts,
            JdbcClient jdbc,
            Settings settings,
            TransactionOperations transactions) {
        this.measures = sources.stream()
                .filter(FactMeasure.class::isInstance)
                .map(FactMeasure.class::cast)
                .filter(FactMeasure::isKeptByDay)
                .toList();
        this.facts = facts;
        this.jdbc = jdbc;
        this.settings = settings;
        this.transactions = transactions;
    }

    List<FactMeasure> measures() {
        return measures;
    }

    ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    LocalDate today() {
        return LocalDate.ofInstant(facts.now(), zone());
    }

    /** One batch, touched days first, then the newest that were never counted; whether there was anything to do. */
    boolean batch() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('foundation.kpi_day'))")
                    .query(row -> {});
            var keys = keys();
            return recount(keys) || measures.stream().anyMatch(measure -> extend(measure, keys));
        }));
    }

    private record Ready(
            @Nullable LocalDate first, @Nullable LocalDate last) {}

    /** The ids the measures are kept under, in the order of the measures; those of older texts go. */
    private Map<String, Integer> keys() {
        var known = known();
        var wanted =
                measures.stream().map(measure -> DayFacts.key(measure, zone())).toList();
        if (known.keySet().containsAll(wanted) && known.size() == wanted.size()) {
            return known;
        }
        for (var key : wanted) {
            jdbc.sql("insert into foundation.kpi_day_measure (key) values (?) on conflict do nothing")
                    .param(key)
                    .update();
        }
        known.keySet().stream().filter(key -> !wanted.contains(key)).forEach(key -> jdbc.sql(
                        "delete from foundation.kpi_day_measure where key = ?")
                .param(key)
                .update());
        return known();
    }

    Map<String, Integer> known() {
        var known = new HashMap<String, Integer>();
        jdbc.sql("select id, key from foundation.kpi_day_measure").query(row -> {
            known.put(row.getString("key"), row.getInt("id"));
        });
        return known;
    }

    private boolean recount(Map<String, Integer> keys) {
        var days = jdbc.sql("""
                        delete from foundation.kpi_day_touched
                         where day in (select distinct day from foundation.kpi_day_touched order by day desc limit ?)
                        returning day
                        """).param(TOUCHED_AT_ONCE).query(LocalDate.class).set();
        for (var day : days) {
            for (var measure : measures) {
                int id = id(measure, keys);
                if (isReady(id, day)) {
                    count(measure, id, day, day.plusDays(1));
                }
            }
        }
        return !days.isEmpty();
    }

    private boolean isReady(int id, LocalDate day) {
        return jdbc.sql("select exists (select 1 from foundation.kpi_day_ready where measure_id = ? and day = ?)")
                .params(id, day)
                .query(Boolean.class)
                .single();
    }

    /** A stretch of days up to the last that is settled, or before the first that is ready. */
    private boolean extend(FactMeasure measure, Map<String, Integer> keys) {
        int id = id(measure, keys);
        var end = DayFacts.liveFrom(measure, today());
        var ready = jdbc.sql(
                        "select min(day) as first, max(day) as last from foundation.kpi_day_ready where measure_id = ?")
                .param(id)
                .query((row, n) ->
                        new Ready(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .single();
        var oldest = end.minusYears(YEARS);
        var next = ready.last() == null
                ? end.minusDays(DAYS_AT_ONCE)
                : ready.last().plusDays(1);
        boolean newer = next.isBefore(end);
        var to = newer ? earlier(end, next.plusDays(DAYS_AT_ONCE)) : requireNonNull(ready.first());
        var from = newer ? next : to.minusDays(DAYS_AT_ONCE);
        if (!to.isAfter(oldest)) {
            return false;
        }
        count(measure, id, from, to);
        jdbc.sql("""
                        insert into foundation.kpi_day_ready (measure_id, day)
                        select :id, d::date from generate_series(cast(:from as timestamp), cast(:to as timestamp) - interval '1 day', interval '1 day') d
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .update();
        return true;
    }

    /** Replaces what is kept of the days. */
    private void count(FactMeasure measure, int id, LocalDate from, LocalDate to) {
        jdbc.sql("delete from foundation.kpi_day where measure_id = ? and day >= ? and day < ?")
                .params(id, from, to)
                .update();
        jdbc.sql("insert into foundation.kpi_day (measure_id, day, team, kind, n, met, points, seconds) select " + id
                        + ", c.* from (" + counted(measure) + ") c")
                .params(params(measure, from, to))
                .update();
    }

    /** What {@code foundation.kpi_day} holds of a stretch, counted from the records. */
    static String counted(FactMeasure measure) {
        var seconds = measure.unit() == KpiSource.KpiUnit.HOURS
                ? "array_agg((q.points * 3600)::int order by q.points)"
                : "null::int[]";
        return COUNT.formatted(seconds, measure.sql(Viewer.system("kpi"), KpiSlice.NONE));
    }

    Map<String, Object> params(FactMeasure measure, LocalDate from, LocalDate to) {
        var stretch = new Period(from.toString(), from, to);
        return measure.all(Viewer.system("kpi"), new KpiQuery(stretch, today(), zone()), stretch);
    }

    int id(FactMeasure measure, Map<String, Integer> keys) {
        return requireNonNull(keys.get(DayFacts.key(measure, zone())));
    }

    /** Marks days to be counted again. */
    void touch(Collection<LocalDate> days) {
        days.forEach(day -> jdbc.sql("insert into foundation.kpi_day_touched (day) values (?)")
                .param(day)
                .update());
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
