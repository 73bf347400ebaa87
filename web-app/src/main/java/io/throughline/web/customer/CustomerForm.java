package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.SaveCustomer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer's master data as typed; mail domains stand in lines or between commas. */
record CustomerForm(
        @NotBlank @Size(max = 200) @Nullable String name,
        @NotBlank @Size(max = 80) @Nullable String shortName,
        @Size(max = 200) @Nullable String nameEn,
        @Size(max = 18) @Nullable String creditCode,
        @NotNull @Nullable CustomerTier tier,
        @Nullable Long accountExecutiveId,
        @Size(max = 80) @Nullable String industry,
        @Size(max = 300) @Nullable String address,
        @Size(max = 200) @Nullable String website,
        @Size(max = 4000) @Nullable String notes,
        @Size(max = 4000) @Nullable String domains,
        @Nullable Long calendarId,
        @Nullable Integer version) {

    static CustomerForm empty(@Nullable Long accountExecutive) {
        return new CustomerForm(
                null,
                null,
                null,
                null,
                CustomerTier.STANDARD,
                accountExecutive,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static CustomerForm of(CustomerDetail customer) {
        return new CustomerForm(
                customer.name(),
                customer.shortName(),
                customer.nameEn(),
                customer.creditCode(),
                customer.tier(),
                customer.accountExecutiveId(),
                customer.industry(),
                customer.address(),
                customer.website(),
                customer.notes(),
                String.join("\n", customer.domains()),
                customer.calendarId(),
                customer.version());
    }

    /** Only of a form without errors. */
    SaveCustomer command() {
        return new SaveCustomer(
                Objects.requireNonNull(name),
                Objects.requireNonNull(shortName),
                nameEn,
                creditCode,
                Objects.requireNonNull(tier),
                accountExecutiveId,
                industry,
                address,
                website,
                notes,
                listed(domains),
                calendarId,
                version);
    }

    private static List<String> listed(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[\\s,;，；]+"))
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
