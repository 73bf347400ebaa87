package io.throughline.aftersales.installed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a product came from.
 *
 * @param acceptedOn when the customer accepted the deliverable; null where there is none, or not yet
 */
record ProductOrigin(
        @Nullable Long projectId,
        @Nullable Long deliverableId,
        @Nullable LocalDate acceptedOn) {}
