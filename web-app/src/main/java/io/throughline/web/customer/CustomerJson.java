package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerTier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer for programs. */
record CustomerJson(
        String number,
        String name,
        String shortName,
        @Nullable String nameEn,
        @Nullable String creditCode,
        CustomerTier tier,
        @Nullable Long accountExecutive,
        @Nullable String accountExecutiveName,
        @Nullable String industry,
        @Nullable String address,
        @Nullable String website,
        @Nullable String notes,
        List<String> domains,
        @Nullable Long calendar,
        boolean archived,
        int version,
        Instant createdAt,
        Instant changedAt) {

    static CustomerJson of(CustomerDetail customer) {
        return new CustomerJson(
                customer.number(),
                customer.name(),
                customer.shortName(),
                customer.nameEn(),
                customer.creditCode(),
                customer.tier(),
                customer.accountExecutiveId(),
                customer.accountExecutive(),
                customer.industry(),
                customer.address(),
                customer.website(),
                customer.notes(),
                customer.domains(),
                customer.calendarId(),
                customer.archived(),
                customer.version(),
                customer.createdAt(),
                customer.changedAt());
    }
}
