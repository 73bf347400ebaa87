package io.throughline.foundation.kpi;

import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A measure that is a mean over one SQL text of records; a page of several such measures asks the database once.
 *
 * <p>The text selects, besides what {@link KpiFacts} wants, {@code at} (the moment that puts the record in its period) and
 * {@code points}: what is averaged, 100 or 0 for a share. It may use {@code :from}, {@code :to}, {@code :zone},
 * {@code :now}, {@code :viewer} and the slice's names, and must give them no other meaning.
 */
public abstract class FactMeasure implements KpiSource {

    private final String id;
    private final KpiUnit unit;
    private final Direction direction;
    private final KpiFacts facts;

    protected FactMeasure(String id, KpiUnit unit, Direction direction, KpiFacts facts) {
        this.id = id;
        this.unit = unit;
        this.direction = direction;
        this.facts = facts;
    }

    /** The text for this viewer and slice. */
    protected abstract String sql(Viewer viewer, KpiSlice slice);

    /** Values of the text's own names; those of the viewer's scope. */
    protected Map<String, ?> params(Viewer viewer) {
        return Map.of();
    }

    /**
     * Whether its days are counted once and kept for whoever sees every record. Its text then also selects {@code team}
     * (an id) and {@code kind}, and a record's row depends on nothing beyond its day but what touches that day.
     */
    protected boolean isKeptByDay() {
        return false;
    }

    /** Whether the text is the same for this viewer as for the system. */
    protected boolean isWhole(Viewer viewer) {
        return false;
    }

    /** For so many days after its moment time alone may still change what a record counts for. */
    protected int settlingDays() {
        return 0;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public KpiUnit unit() {
        return unit;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public boolean isSliced() {
        return true;
    }

    @Override
    public KpiValues values(Viewer viewer, KpiQuery query) {
        return Objects.requireNonNull(facts.means(viewer, query, List.of(this)).get(id));
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        return facts.rows(sql(viewer, query.slice()), all(viewer, query, query.period()), part, page);
    }

    /** @param since the first period wanted; {@code query}'s is the last */
    Map<String, Object> all(Viewer viewer, KpiQuery query, Period since) {
        var params = new HashMap<String, Object>(params(viewer));
        params.putAll(query.slice().params());
        params.put("viewer", viewer.id().value());
        params.put("zone", query.zone().getId());
        params.put("from", Timestamp.from(since.start(query.zone())));
        params.put("to", Timestamp.from(query.period().end(query.zone())));
        params.put("now", Timestamp.from(facts.now()));
        return params;
    }
}
