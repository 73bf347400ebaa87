package io.throughline.aftersales.contract;

import java.time.LocalDate;

/**
 * A contract in a list.
 *
 * @param products how many it names; 0 where it covers everything
 */
public record ContractRow(
        long id,
        String number,
        String name,
        String customerNumber,
        String customer,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean everything,
        int products,
        ContractStanding standing,
        int version) {}
