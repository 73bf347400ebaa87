package io.throughline.foundation.kpi;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.PROJECT_MANAGER;
import static io.throughline.foundation.people.Role.SALES;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the features for their measures, beside their targets and the period before. */
@Service
@Transactional(readOnly = true)
@Allow({MANAGER, PROJECT_MANAGER, ACCOUNT_EXECUTIVE, SUPPORT_AGENT, SALES})
public class Kpis {

    private final Map<String, KpiSource> sources;
    private final KpiFacts facts;
    private final JdbcClient jdbc;
    private final Settings settings;
    private final Audit audit;
    private final Clock clock;

    Kpis(List<KpiSource> sources, KpiFacts facts, JdbcClient jdbc, Settings settings, Audit audit, Clock clock) {
        this.sources = sources.stream().collect(Collectors.toMap(KpiSource::id, Function.identity()));
        this.facts = facts;
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The period asked for, or the running quarter, in the company's zone. */
    public KpiQuery query(Viewer viewer, @Nullable String period) {
        var zone = ZoneId.of(settings.get(Setting.COMPANY_ZONE));
        var today = LocalDate.now(clock.withZone(zone));
        var wanted = period == null || period.isBlank() ? Period.quarterOf(today) : Period.parse(period);
        return new KpiQuery(wanted, today, zone);
    }

    /** Tiles in the order of the ids, most of them from one statement; ids without a source are left out. */
    public List<KpiTile> tiles(Viewer viewer, List<String> ids, KpiQuery query) {
        var targets = targets(query.period());
        var together = ids.stream()
                .distinct()
                .map(sources::get)
                .filter(FactMeasure.class::isInstance)
                .map(FactMeasure.class::cast)
                .toList();
        var known = together.isEmpty() ? Map.<String, KpiValues>of() : facts.means(viewer, query, together);
        return ids.stream()
                .filter(sources::containsKey)
                .map(id -> {
                    var values = known.get(id);
                    return tile(source(id), values == null ? source(id).values(viewer, query) : values, targets);
                })
                .toList();
    }

    /** Throws {@link NotFound} for an id without a source. */
    public KpiTile tile(Viewer viewer, String id, KpiQuery query) {
        return tile(source(id), source(id).values(viewer, query), targets(query.period()));
    }

    /** The months up to the running one, of those ids that are facts with a moment. */
    public List<KpiTrend> trends(Viewer viewer, List<String> ids, KpiQuery query, int months) {
        var measures = ids.stream()
                .map(sources::get)
                .filter(FactMeasure.class::isInstance)
                .map(FactMeasure.class::cast)
                .toList();
        var last = YearMonth.from(query.today());
        return measures.isEmpty()
                ? List.of()
                : facts.months(viewer, query, measures, last.minusMonths(months - 1L), last);
    }

    /** The list behind the number. */
    public Page<KpiRow> rows(Viewer viewer, String id, KpiQuery query, KpiSource.Part part, PageRequest page) {
        return source(id).rows(viewer, query, part, page);
    }

    @Transactional
    @Allow(MANAGER)
    public void setTarget(Viewer viewer, String id, Period period, BigDecimal target) {
        var before = jdbc.sql("select target from foundation.kpi_target where kpi = ? and period = ?")
                .params(source(id).id(), period.code())
                .query(BigDecimal.class)
                .optional()
                .map(BigDecimal::toPlainString)
                .orElse(null);
        audit.record(
                viewer,
                new AuditRecord(
                        AuditAction.CHANGED,
                        "foundation.kpi_target",
                        null,
                        null,
                        source(id).id() + " " + period.code(),
                        before,
                        target.toPlainString()));
        jdbc.sql("""
                        insert into foundation.kpi_target (kpi, period, target) values (?, ?, ?)
                        on conflict (kpi, period) do update set target = excluded.target
                        """).params(source(id).id(), period.code(), target).update();
    }

    private static KpiTile tile(KpiSource source, KpiValues values, Map<String, BigDecimal> targets) {
        return new KpiTile(
                source.id(),
                source.unit(),
                source.direction(),
                values.now(),
                values.previous(),
                targets.get(source.id()),
                source.isSliced());
    }

    private KpiSource source(String id) {
        var source = sources.get(id);
        if (source == null) {
            throw new NotFound("kpi", id);
        }
        return source;
    }

    /** The target of the period itself, else of its year. */
    private Map<String, BigDecimal> targets(Period period) {
        var targets = new HashMap<String, BigDecimal>();
        jdbc.sql("""
                        select kpi, target from foundation.kpi_target where period in (:period, left(:period, 4))
                         order by length(period)
                        """)
                .param("period", period.code())
                .query((row, n) -> targets.put(row.getString("kpi"), row.getBigDecimal("target")))
                .list();
        return targets;
    }
}
