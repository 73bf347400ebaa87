package io.throughline.aftersales.diagnosis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why the customer says that it is not mended */
public record RefuseFix(@NotBlank @Size(max = 4000) String reason) {}
