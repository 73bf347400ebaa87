package io.throughline.foundation.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's master data, new or changed.
 *
 * @param name full registered name
 * @param shortName as people say it
 * @param creditCode 统一社会信用代码, checked
 * @param accountExecutiveId user who owns the relationship
 * @param domains mail domains registered as the customer's own, for example {@code example.com}
 * @param calendarId working hours at the customer's, for promised times that count only while both sides work
 * @param version the version the form was filled from; null for a new customer
 */
public record SaveCustomer(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 80) String shortName,
        @Nullable @Size(max = 200) String nameEn,
        @Nullable @Size(max = 18) String creditCode,
        @NotNull CustomerTier tier,
        @Nullable Long accountExecutiveId,
        @Nullable @Size(max = 80) String industry,
        @Nullable @Size(max = 300) String address,
        @Nullable @Size(max = 200) String website,
        @Nullable @Size(max = 4000) String notes,
        @Nullable List<@Size(max = 254) String> domains,
        @Nullable Long calendarId,
        @Nullable Integer version) {

    SaveCustomer ledBy(@Nullable Long accountExecutive) {
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
                domains,
                calendarId,
                version);
    }
}
