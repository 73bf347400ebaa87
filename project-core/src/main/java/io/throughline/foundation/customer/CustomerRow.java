package io.throughline.foundation.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the customer list. */
public record CustomerRow(
        long id,
        String number,
        String name,
        String shortName,
        CustomerTier tier,
        @Nullable Long accountExecutiveId,
        @Nullable String accountExecutive,
        @Nullable String industry,
        boolean archived,
        int version,
        Instant changedAt) {}
