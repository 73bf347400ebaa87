package io.throughline.aftersales.diagnosis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param by what carries it out
 * @param reference number or address of that; needed for all but {@link FixBy#REMOTE}
 * @param plan what will be done
 * @param day when the customer may expect it
 */
public record PlanFix(
        @NotNull @Nullable FixBy by,
        @Nullable @Size(max = 200) String reference,
        @NotBlank @Size(max = 4000) String plan,
        @Nullable LocalDate day) {}
