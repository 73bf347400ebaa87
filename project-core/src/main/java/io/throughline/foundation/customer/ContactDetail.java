package io.throughline.foundation.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact on its customer's page.
 *
 * @param login sign-in name of the portal user behind it; null when the portal is closed for it
 */
public record ContactDetail(
        long id,
        int version,
        String name,
        @Nullable String title,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String phone,
        String locale,
        boolean manager,
        boolean active,
        @Nullable Long siteId,
        @Nullable String site,
        @Nullable String login,
        Instant changedAt) {}
