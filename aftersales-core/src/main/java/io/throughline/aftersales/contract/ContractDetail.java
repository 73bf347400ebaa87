package io.throughline.aftersales.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract with what it covers.
 *
 * @param covered the products named; empty where it covers everything
 * @param follows number of the contract before it
 * @param followedBy number of the contract after it
 */
public record ContractDetail(
        ContractId id,
        int version,
        String number,
        String name,
        long customerId,
        String customerNumber,
        String customer,
        @Nullable String accountExecutive,
        ContractState state,
        ContractStanding standing,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean everything,
        @Nullable BigDecimal hours,
        @Nullable Integer visits,
        @Nullable Integer tickets,
        int noticeDays,
        @Nullable Instant noticedAt,
        @Nullable String follows,
        @Nullable String followedBy,
        @Nullable String endedBecause,
        @Nullable String notes,
        List<Covered> covered) {

    public ContractDetail {
        covered = List.copyOf(covered);
    }

    /** A product it names. */
    public record Covered(String code, String serial, String model) {}
}
