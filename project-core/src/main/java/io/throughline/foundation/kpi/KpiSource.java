package io.throughline.foundation.kpi;

import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;

/**
 * A feature's answer for one measure of the catalogue ({@code docs/kpis.md}).
 *
 * <p>Number and list come from the same condition, so that the count of the list always equals the number, for every
 * viewer alike.
 */
public interface KpiSource {

    /** Stable id of the catalogue, for example {@code milestone-on-time}; texts stand under {@code kpi.<id>}. */
    String id();

    KpiUnit unit();

    Direction direction();

    /** The value of the period and that of the period before, from one statement. */
    KpiValues values(Viewer viewer, KpiQuery query);

    /** The records behind the number, newest first. */
    Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page);

    /** Whether the measure knows {@link KpiQuery#slice}. */
    default boolean isSliced() {
        return false;
    }

    /** Which side of a list is wanted. */
    enum Part {
        ALL,
        MET,
        MISSED
    }

    /** Which way is good (R15). */
    enum Direction {
        UP,
        DOWN,
        NONE
    }

    /** How the number is read. */
    enum KpiUnit {
        PERCENT,
        COUNT,
        HOURS,
        DAYS,
        /** A mean of counts. */
        RATIO,
        /** A number with a sign, such as the net promoter score. */
        INDEX
    }
}
