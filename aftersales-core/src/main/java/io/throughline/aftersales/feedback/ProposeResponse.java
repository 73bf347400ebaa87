package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * @param response what the complainant is to be told, in full
 * @param remedyReason why there is no remedy; may explain another one
 * @param amount with a refund or a compensation
 * @param currency ISO 4217 code of the amount
 */
public record ProposeResponse(
        @NotBlank @Size(max = 10000) String response,
        @NotNull @Nullable Remedy remedy,
        @Nullable @Size(max = 1000) String remedyReason,
        @Nullable @Positive @DecimalMax("999999999999") BigDecimal amount,
        @Nullable @Size(max = 3) String currency) {}
