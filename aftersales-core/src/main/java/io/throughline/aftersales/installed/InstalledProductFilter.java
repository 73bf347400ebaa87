package io.throughline.aftersales.installed;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which installed products a list shows, in which order; empty sets and null do not narrow.
 *
 * @param q as typed; compared with serial numbers
 * @param found ids a search found for the same words; null without {@code q}
 * @param customers numbers of customers
 * @param projects keys of projects they came from
 */
public record InstalledProductFilter(
        @Nullable String q,
        @Nullable Set<Long> found,
        Set<String> customers,
        Set<String> projects,
        Set<InstalledProductState> states,
        @Nullable Cover cover,
        Sort sort,
        boolean descending) {

    /** Days ahead in which a warranty counts as ending. */
    public static final int ENDING_DAYS = 90;

    /** How the warranty stands today. */
    public enum Cover {
        RUNNING,
        /** Running, and over within {@link #ENDING_DAYS} days. */
        ENDING,
        OVER,
        /** None agreed, or none that has begun. */
        NONE
    }

    /** The orders a list offers; each ends in the id. */
    public enum Sort {
        CODE("ip.code", "text"),
        WARRANTY("coalesce(ip.warranty_end, 'infinity'::date)", "date"),
        CHANGED("ip.changed_at", "timestamptz");

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

    public InstalledProductFilter {
        found = found == null ? null : Set.copyOf(found);
        customers = Set.copyOf(customers);
        projects = Set.copyOf(projects);
        states = Set.copyOf(states);
    }

    /** Only products of the customer of this number. */
    public InstalledProductFilter ofCustomer(String number) {
        return new InstalledProductFilter(q, found, Set.of(number), projects, states, cover, sort, descending);
    }

    public static InstalledProductFilter everything() {
        return new InstalledProductFilter(null, null, Set.of(), Set.of(), Set.of(), null, Sort.CODE, false);
    }
}
