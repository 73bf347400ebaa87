package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a step goes back. */
public record Reason(@NotBlank @Size(max = 4000) String reason) {}
