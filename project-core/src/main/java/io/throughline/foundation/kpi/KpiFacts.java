package io.throughline.foundation.kpi;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Number and list out of one SQL text, so that they cannot differ.
 *
 * <p>The text selects one row per record with the columns {@code id, type, number, title, path, context, due, done, met}.
 */
@Component
@RequiredArgsConstructor
public class KpiFacts {

    private static final String MEANS = """
            select '%s' as kpi, f.day >= :split as this, sum(f.points) / nullif(sum(f.n), 0) as mean, sum(f.met) as met,
                   sum(f.n) as n
              from (%s) f group by 2
            """;
    private static final String MONTHS = """
            select '%s' as kpi, to_char(f.day, 'YYYY-MM') as month, sum(f.points) / nullif(sum(f.n), 0) as mean,
                   sum(f.met) as met, sum(f.n) as n
              from (%s) f group by 2
            """;
    private static final String SPREAD = """
            select '%s' as kpi, round((percentile_cont(0.5) within group (order by f.s) / 3600)::numeric, 6) as median,
                   round((percentile_cont(0.9) within group (order by f.s) / 3600)::numeric, 6) as ninety
              from (%s) f
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Instant now() {
        return clock.instant();
    }

    /** Several measures of a period and the one before, from one statement; each id of {@code measures} has its values. */
    Map<String, KpiValues> means(Viewer viewer, KpiQuery query, Collection<? extends FactMeasure> measures) {
        var params = params(viewer, query, measures, query.period().previous());
        params.put("split", java.sql.Date.valueOf(query.period().from()));
        var found = new HashMap<String, KpiValue>();
        jdbc.sql(measures.stream()
                        .map(measure -> MEANS.formatted(measure.id(), DayFacts.of(measure, viewer, query)))
                        .collect(Collectors.joining(" union all ")))
                .params(params)
                .query(row -> {
                    found.put(row.getString("kpi") + row.getBoolean("this"), value(row));
                });
        var spreads = spreads(viewer, query, measures);
        var values = new HashMap<String, KpiValues>();
        for (var measure : measures) {
            values.put(
                    measure.id(),
                    new KpiValues(
                            value(measure, found.get(measure.id() + true)).with(spreads.get(measure.id())),
                            value(measure, found.get(measure.id() + false))));
        }
        return values;
    }

    /** Of the durations among them, in the period itself. */
    private Map<String, KpiSpread> spreads(Viewer viewer, KpiQuery query, Collection<? extends FactMeasure> measures) {
        var durations = measures.stream()
                .filter(measure -> measure.unit() == KpiSource.KpiUnit.HOURS)
                .toList();
        var found = new HashMap<String, KpiSpread>();
        if (durations.isEmpty()) {
            return found;
        }
        jdbc.sql(durations.stream()
                        .map(measure -> SPREAD.formatted(measure.id(), DayFacts.seconds(measure, viewer, query)))
                        .collect(Collectors.joining(" union all ")))
                .params(params(viewer, query, durations, query.period()))
                .query(row -> {
                    var spread = KpiSpread.of(row.getBigDecimal("median"), row.getBigDecimal("ninety"));
                    if (spread != null) {
                        found.put(row.getString("kpi"), spread);
                    }
                });
        return found;
    }

    /**
     * Several measures by month, from one statement.
     *
     * @param first month, {@code last} the last one, both of the query's zone
     */
    List<KpiTrend> months(
            Viewer viewer,
            KpiQuery query,
            Collection<? extends FactMeasure> measures,
            YearMonth first,
            YearMonth last) {
        var whole = new KpiQuery(Period.month(last), query.today(), query.zone(), query.slice());
        var found = new HashMap<String, KpiValue>();
        jdbc.sql(measures.stream()
                        .map(measure -> MONTHS.formatted(measure.id(), DayFacts.of(measure, viewer, whole)))
                        .collect(Collectors.joining(" union all ")))
                .params(params(viewer, whole, measures, Period.month(first)))
                .query(row -> {
                    found.put(row.getString("kpi") + row.getString("month"), value(row));
                });
        return measures.stream()
                .map(measure -> new KpiTrend(
                        measure.id(),
                        measure.unit(),
                        Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                                .map(month -> new KpiMonth(month, value(measure, found.get(measure.id() + month))))
                                .toList()))
                .toList();
    }

    private HashMap<String, Object> params(
            Viewer viewer, KpiQuery query, Collection<? extends FactMeasure> measures, Period since) {
        var params = new HashMap<String, Object>(DayFacts.params(query, since, now()));
        measures.forEach(measure -> params.putAll(measure.all(viewer, query, since)));
        return params;
    }

    private static KpiValue value(ResultSet row) throws SQLException {
        return KpiValue.mean(row.getBigDecimal("mean"), row.getLong("met"), row.getLong("n"));
    }

    private static KpiValue value(FactMeasure measure, @Nullable KpiValue found) {
        if (measure.unit() == KpiSource.KpiUnit.COUNT) {
            return KpiValue.count(found == null ? 0 : found.n());
        }
        return found == null ? KpiValue.NONE : found;
    }

    /** The middle of the column {@code points} of what is there now, half of the records below and half above (R8). */
    public KpiValues median(String facts, Map<String, ?> params) {
        return jdbc.sql(
                        "select percentile_cont(0.5) within group (order by points) as middle, count(*) as n from (%s) f"
                                .formatted(facts))
                .params(params)
                .query((row, n) -> KpiValues.atPresent(
                        KpiValue.mean(row.getBigDecimal("middle"), row.getLong("n"), row.getLong("n"))))
                .single();
    }

    /**
     * {@code met ÷ all} in per cent, of a period and the one before.
     *
     * @param params those of {@code facts} for both periods together; the day {@code due} tells which one a record is in
     */
    public KpiValues shares(String facts, Map<String, ?> params, Period period) {
        return shares(facts, params, "due", period.from());
    }

    /**
     * The same of facts with a column {@code at}, a moment: many rows are sorted into two periods without asking the
     * calendar of each.
     *
     * @param split start of the later period
     */
    public KpiValues shares(String facts, Map<String, ?> params, Instant split) {
        return shares(facts, params, "at", Timestamp.from(split));
    }

    private KpiValues shares(String facts, Map<String, ?> params, String when, Object split) {
        var shares = jdbc
                .sql("""
                        select %s >= :split as this, count(*) filter (where met) as met, count(*) as n
                          from (%s) f group by 1
                        """.formatted(when, facts))
                .params(params)
                .param("split", split)
                .query((row, n) ->
                        Map.entry(row.getBoolean("this"), KpiValue.share(row.getLong("met"), row.getLong("n"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new KpiValues(shares.getOrDefault(true, KpiValue.NONE), shares.getOrDefault(false, KpiValue.NONE));
    }

    /**
     * The mean of a column {@code amount}, of a period and the one before; facts without an amount are left out.
     *
     * @param split start of the later period; the column {@code at} tells which one a record is in
     */
    public KpiValues means(String facts, Map<String, ?> params, Instant split) {
        return both(jdbc.sql("""
                        select at >= :split as this, round(avg(amount), 6) as value, count(amount) as met, count(amount) as n
                          from (%s) f group by 1
                        """.formatted(facts)).params(params).param("split", Timestamp.from(split)));
    }

    /** {@code met ÷ not met} in per cent, of a period and the one before: both sides are listed, neither is part of the other. */
    public KpiValues ratios(String facts, Map<String, ?> params, Instant split) {
        return both(jdbc.sql("""
                        select this, round(100.0 * met / nullif(n - met, 0), 6) as value, met, n
                          from (select at >= :split as this, count(*) filter (where met) as met, count(*) as n
                                  from (%s) f group by 1) s
                        """.formatted(facts)).params(params).param("split", Timestamp.from(split)));
    }

    private static KpiValues both(JdbcClient.StatementSpec statement) {
        var values = statement
                .query((row, n) -> Map.entry(
                        row.getBoolean("this"),
                        new KpiValue(row.getBigDecimal("value"), row.getLong("met"), row.getLong("n"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new KpiValues(values.getOrDefault(true, KpiValue.NONE), values.getOrDefault(false, KpiValue.NONE));
    }

    /** {@code met ÷ all} in per cent of what is there now, whatever the period. */
    public KpiValues share(String facts, Map<String, ?> params) {
        return jdbc.sql("select count(*) filter (where met) as met, count(*) as n from (%s) f".formatted(facts))
                .params(params)
                .query((row, n) -> KpiValues.atPresent(KpiValue.share(row.getLong("met"), row.getLong("n"))))
                .single();
    }

    public KpiValues count(String facts, Map<String, ?> params) {
        return jdbc.sql("select count(*) from (%s) f".formatted(facts))
                .params(params)
                .query((row, n) -> KpiValues.atPresent(KpiValue.count(row.getLong(1))))
                .single();
    }

    /** The latest due day first. */
    public Page<KpiRow> rows(String facts, Map<String, ?> params, KpiSource.Part part, PageRequest page) {
        var all = new HashMap<String, Object>(params);
        all.put("pageSize", page.size() + 1);
        var cursor = page.cursor();
        if (cursor != null) {
            all.put("cursorDue", java.sql.Date.valueOf(day(cursor)));
            all.put("cursorId", cursor.id());
        }
        var place = cursor == null
                ? "true"
                : "(f.due, f.id) %s (:cursorDue, :cursorId)".formatted(page.backwards() ? ">" : "<");
        var order = page.backwards() ? "f.due, f.id" : "f.due desc, f.id desc";
        var fetched = jdbc.sql("select * from (%s) f where %s and %s order by %s limit :pageSize"
                        .formatted(facts, condition(part), place, order))
                .params(all)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(fetched, page, row -> Cursor.of(row.due(), row.subject().id()));
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.value(0));
        } catch (DateTimeException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    private static String condition(KpiSource.Part part) {
        return switch (part) {
            case ALL -> "true";
            case MET -> "f.met";
            case MISSED -> "not f.met";
        };
    }

    private static KpiRow row(ResultSet row) throws SQLException {
        return new KpiRow(
                new SubjectRef(row.getString("type"), row.getLong("id")),
                row.getString("number"),
                row.getString("title"),
                row.getString("path"),
                row.getString("context"),
                date(row, "due"),
                date(row, "done"),
                row.getBoolean("met"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
