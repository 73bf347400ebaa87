package io.throughline.aftersales.diagnosis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param symptoms what the customer sees */
public record DescribeSymptoms(@NotBlank @Size(max = 4000) String symptoms) {}
