package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.SaveCustomer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a program may set of a customer, whole when creating and in part when patching. */
record CustomerProperties(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 80) String shortName,
        @Nullable @Size(max = 200) String nameEn,
        @Nullable @Size(max = 18) String creditCode,
        @NotNull CustomerTier tier,
        @Nullable Long accountExecutive,
        @Nullable @Size(max = 80) String industry,
        @Nullable @Size(max = 300) String address,
        @Nullable @Size(max = 200) String website,
        @Nullable @Size(max = 4000) String notes,
        @Nullable List<@Size(max = 254) String> domains,
        @Nullable Long calendar) {

    /** The customer's own properties that a change of these fields concerns. */
    static Set<String> touchedBy(Collection<String> fields) {
        return fields.stream()
                .map(field -> switch (field) {
                    case "accountExecutive" -> "accountExecutiveId";
                    case "calendar" -> "calendarId";
                    default -> field;
                })
                .collect(Collectors.toSet());
    }

    static CustomerProperties of(CustomerDetail customer) {
        return new CustomerProperties(
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
                customer.domains(),
                customer.calendarId());
    }

    SaveCustomer command(@Nullable Integer version) {
        return new SaveCustomer(
                name,
                shortName,
                nameEn,
                creditCode,
                tier,
                accountExecutive,
                industry,
                address,
                website,
                notes,
                domains == null ? List.of() : domains,
                calendar,
                version);
    }
}
