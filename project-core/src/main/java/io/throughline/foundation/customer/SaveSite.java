package io.throughline.foundation.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A place of a customer, new or changed.
 *
 * @param zone IANA time zone of the place
 * @param version the version the form was filled from; null for a new site
 */
public record SaveSite(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 300) String address,
        @NotBlank @Size(max = 64) String zone,
        @Nullable Integer version) {}
