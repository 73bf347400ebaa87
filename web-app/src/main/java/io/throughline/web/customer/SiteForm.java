package io.throughline.web.customer;

import io.throughline.foundation.customer.SaveSite;
import io.throughline.foundation.customer.SiteDetail;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A site as typed. */
record SiteForm(
        @NotBlank @Size(max = 120) @Nullable String name,
        @NotBlank @Size(max = 300) @Nullable String address,
        @NotBlank @Size(max = 64) @Nullable String zone,
        @Nullable Integer version) {

    static SiteForm empty(String zone) {
        return new SiteForm(null, null, zone, null);
    }

    static SiteForm of(SiteDetail site) {
        return new SiteForm(site.name(), site.address(), site.zone(), site.version());
    }

    /** Only of a form without errors. */
    SaveSite command() {
        return new SaveSite(
                Objects.requireNonNull(name), Objects.requireNonNull(address), Objects.requireNonNull(zone), version);
    }
}
