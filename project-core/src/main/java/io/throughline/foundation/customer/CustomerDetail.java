package io.throughline.foundation.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's master data.
 *
 * @param calendarId working hours at the customer's
 * @param contacts how many living contacts there are
 * @param sites how many living sites there are
 */
public record CustomerDetail(
        long id,
        int version,
        String number,
        String name,
        String shortName,
        @Nullable String nameEn,
        @Nullable String creditCode,
        CustomerTier tier,
        @Nullable Long accountExecutiveId,
        @Nullable String accountExecutive,
        @Nullable String industry,
        @Nullable String address,
        @Nullable String website,
        @Nullable String notes,
        List<String> domains,
        @Nullable Long calendarId,
        @Nullable String calendarZh,
        @Nullable String calendarEn,
        boolean archived,
        int contacts,
        int sites,
        Instant createdAt,
        Instant changedAt) {

    public CustomerDetail {
        domains = List.copyOf(domains);
    }

    public CustomerId customerId() {
        return new CustomerId(id);
    }
}
