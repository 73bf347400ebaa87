package io.throughline.aftersales.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the customer thinks of a solved ticket.
 *
 * @param rating 1 (very dissatisfied) to 5 (very satisfied)
 * @param solved whether it was solved at once; null for no opinion
 */
public record RateTicket(
        @NotNull @Min(1) @Max(5) @Nullable Integer rating,
        @Nullable Boolean solved,
        @Nullable @Size(max = 2000) String comment) {

    public static RateTicket of(int rating, @Nullable String comment) {
        return new RateTicket(rating, null, comment);
    }
}
