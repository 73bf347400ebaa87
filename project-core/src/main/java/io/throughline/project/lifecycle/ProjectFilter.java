package io.throughline.project.lifecycle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which projects a list shows; empty sets and nulls do not narrow.
 *
 * @param q part of key, name or customer
 * @param templateId only those begun from it
 * @param mine only those the viewer leads or is a member of
 */
public record ProjectFilter(
        @Nullable String q,
        Set<ProjectStatus> status,
        Set<Phase> phase,
        Set<Health> health,
        @Nullable Long managerId,
        @Nullable Long customerId,
        @Nullable Long templateId,
        boolean mine,
        Sort sort) {

    /** The orders a list offers; each ends in the id. */
    public enum Sort {
        KEY("p.key", "text", false),
        NAME("p.name", "text", false),
        COMMITTED("coalesce(p.committed_date, date '9999-12-31')", "date", false),
        HEALTH("case p.health when 'RED' then 0 when 'AMBER' then 1 else 2 end", "int", false),
        CHANGED("p.changed_at", "timestamptz", true);

        private final String column;
        private final String type;
        private final boolean descending;

        Sort(String column, String type, boolean descending) {
            this.column = column;
            this.type = type;
            this.descending = descending;
        }

        String column() {
            return column;
        }

        String type() {
            return type;
        }

        boolean descending() {
            return descending;
        }
    }

    public static ProjectFilter everything() {
        return new ProjectFilter(null, Set.of(), Set.of(), Set.of(), null, null, null, false, Sort.KEY);
    }
}
