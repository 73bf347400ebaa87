package io.throughline.aftersales.contract;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service contract as it shall be.
 *
 * @param everything whether it covers whatever the customer has; then no products are named
 * @param products codes of the products it covers
 * @param hours of work included; null for no limit, and so with visits and tickets
 * @param noticeDays how many days before its end the account executive is reminded
 * @param version as the form was filled; null to skip the check
 */
public record SaveContract(
        @NotBlank @Size(max = 120) String name,
        @NotNull Long customerId,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotNull Boolean everything,
        Set<@Size(max = 80) String> products,

        @Nullable @DecimalMin("0") @DecimalMax("99999") @Digits(integer = 5, fraction = 2)
        BigDecimal hours,

        @Nullable @Min(0) @Max(9999) Integer visits,
        @Nullable @Min(0) @Max(99999) Integer tickets,
        @NotNull @Min(0) @Max(365) Integer noticeDays,
        @Nullable @Size(max = 20000) String notes,
        @Nullable Integer version) {

    public SaveContract {
        products = products == null ? Set.of() : Set.copyOf(products);
    }
}
