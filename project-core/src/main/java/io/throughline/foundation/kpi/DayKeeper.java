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

    private static final String ANY = "/* kept days */ select exists (%s)";

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
            var kept = kept();
            return recount(kept) || kept.stream().anyMatch(this::extend);
        }));
    }

    /**
     * A measure and the days of it that are ready, without a gap.
     *
     * @param first the first of them, null where there is none yet; {@code last} the last
     * @param complete whether there is nothing before the first
     */
    private record Kept(
            FactMeasure measure,
            int id,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean complete) {

        boolean has(LocalDate day) {
            return first != null && last != null && !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** Measures whose text is new get a key; those of older texts go. */
    private List<Kept> kept() {
        var wanted = new HashMap<String, FactMeasure>();
        measures.forEach(measure -> wanted.put(DayFacts.key(measure, zone()), measure));
        if (!known().keySet().equals(wanted.keySet())) {
            jdbc.sql("delete from foundation.kpi_day_measure where not (key = any (?))")
                    .param(wanted.keySet().toArray(String[]::new))
                    .update();
            jdbc.sql("insert into foundation.kpi_day_measure (key) select unnest(?) on conflict do nothing")
                    .param(wanted.keySet().toArray(String[]::new))
                    .update();
        }
        return jdbc.sql("""
                        select m.id, m.key, m.complete,
                               (select min(r.day) from foundation.kpi_day_ready r where r.measure_id = m.id) as first,
                               (select max(r.day) from foundation.kpi_day_ready r where r.measure_id = m.id) as last
                          from foundation.kpi_day_measure m
                         order by m.id
                        """)
                .query((row, n) -> new Kept(
                        requireNonNull(wanted.get(row.getString("key"))),
                        row.getInt("id"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getBoolean("complete")))
                .list();
    }

    /** By key. */
    Map<String, Integer> known() {
        var known = new HashMap<String, Integer>();
        jdbc.sql("select id, key from foundation.kpi_day_measure").query(row -> {
            known.put(row.getString("key"), row.getInt("id"));
        });
        return known;
    }

    /** A record that came before the first day that is ready opens the way back to it. */
    private boolean recount(List<Kept> kept) {
        var days = jdbc.sql("""
                        delete from foundation.kpi_day_touched
                         where day in (select distinct day from foundation.kpi_day_touched order by day desc limit ?)
                        returning day
                        """).param(TOUCHED_AT_ONCE).query(LocalDate.class).set();
        for (var day : days) {
            kept.stream().filter(each -> each.has(day)).forEach(each -> count(each, day, day.plusDays(1)));
            kept.stream()
                    .filter(each -> each.complete() && each.first() != null && day.isBefore(each.first()))
                    .forEach(each -> complete(each, false));
        }
        return !days.isEmpty();
    }

    /** A stretch of days up to the last that is settled, or before the first that is ready. */
    private boolean extend(Kept kept) {
        var end = DayFacts.liveFrom(kept.measure(), today());
        var next =
                kept.last() == null ? end.minusDays(DAYS_AT_ONCE) : kept.last().plusDays(1);
        boolean newer = next.isBefore(end);
        if (!newer && kept.complete()) {
            return false;
        }
        var to = newer ? earlier(end, next.plusDays(DAYS_AT_ONCE)) : requireNonNull(kept.first());
        var from = newer ? next : to.minusDays(DAYS_AT_ONCE);
        if (!newer && !isAnyBefore(kept.measure(), to, end.minusYears(YEARS))) {
            complete(kept, true);
            return true;
        }
        count(kept, from, to);
        jdbc.sql("""
                        insert into foundation.kpi_day_ready (measure_id, day)
                        select :id, d::date
                          from generate_series(cast(:from as timestamp), cast(:to as timestamp) - interval '1 day', interval '1 day') d
                        """)
                .param("id", kept.id())
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .update();
        return true;
    }

    private boolean isAnyBefore(FactMeasure measure, LocalDate day, LocalDate oldest) {
        return oldest.isBefore(day)
                && jdbc.sql(ANY.formatted(measure.sql(Viewer.system("kpi"), KpiSlice.NONE)))
                        .params(params(measure, oldest, day))
                        .query(Boolean.class)
                        .single();
    }

    private void complete(Kept kept, boolean complete) {
        jdbc.sql("update foundation.kpi_day_measure set complete = ? where id = ?")
                .params(complete, kept.id())
                .update();
    }

    /** Replaces what is kept of the days. */
    private void count(Kept kept, LocalDate from, LocalDate to) {
        jdbc.sql("delete from foundation.kpi_day where measure_id = ? and day >= ? and day < ?")
                .params(kept.id(), from, to)
                .update();
        jdbc.sql("insert into foundation.kpi_day (measure_id, day, team, kind, n, met, points, seconds) select "
                        + kept.id() + ", c.* from (" + counted(kept.measure()) + ") c")
                .params(params(kept.measure(), from, to))
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
