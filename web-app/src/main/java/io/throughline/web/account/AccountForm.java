package io.throughline.web.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How a person likes the product. */
record AccountForm(
        @NotBlank @Pattern(regexp = "zh-CN|en") String language,
        @NotBlank String zone,
        @NotNull @Pattern(regexp = "system|light|dark") String theme,
        @Nullable Boolean singleKeys) {}
