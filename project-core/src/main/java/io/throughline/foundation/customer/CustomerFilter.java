package io.throughline.foundation.customer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows, in which order; empty sets and null do not narrow.
 *
 * @param q part of number, name, credit code, or of the name's pinyin or initials
 * @param accountExecutives ids of users
 * @param mine only those the viewer is account executive of
 * @param archived the archived ones instead of the living
 */
public record CustomerFilter(
        @Nullable String q,
        Set<CustomerTier> tiers,
        Set<Long> accountExecutives,
        boolean mine,
        boolean archived,
        Sort sort,
        boolean descending) {

    /** The orders a list offers; each ends in the id. */
    public enum Sort {
        NAME("c.short_name collate \"zh-Hans-CN-x-icu\"", "text"),
        NUMBER("c.number", "text"),
        TIER("(case c.tier when 'STRATEGIC' then 0 when 'KEY' then 1 else 2 end)", "int"),
        CHANGED("c.changed_at", "timestamptz");

        private final String column;
        private final String type;

        Sort(String column, String type) {
            this.column = column;
            this.type = type;
        }

        String column() {
            return column;
        }

        String type() {
            return type;
        }
    }

    public CustomerFilter {
        tiers = Set.copyOf(tiers);
        accountExecutives = Set.copyOf(accountExecutives);
    }

    public static CustomerFilter everything() {
        return new CustomerFilter(null, Set.of(), Set.of(), false, false, Sort.NAME, false);
    }

    public CustomerFilter sorted(Sort by, boolean down) {
        return new CustomerFilter(q, tiers, accountExecutives, mine, archived, by, down);
    }

    public CustomerFilter finding(String text) {
        return new CustomerFilter(text, tiers, accountExecutives, mine, archived, sort, descending);
    }
}
