package io.throughline.aftersales.contract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts a list shows, by the day they end; null does not narrow.
 *
 * @param found ids a search found; null without words
 * @param customer number of the customer
 */
public record ContractFilter(
        @Nullable Set<Long> found,
        @Nullable String customer,
        @Nullable ContractStanding standing) {

    public ContractFilter {
        found = found == null ? null : Set.copyOf(found);
    }

    public static ContractFilter everything() {
        return new ContractFilter(null, null, null);
    }
}
