package io.throughline.aftersales.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rating that was given.
 *
 * @param occasion which resolution it is about, 0 for the first
 */
public record Rating(
        int occasion,
        int rating,
        @Nullable Boolean solved,
        @Nullable String comment,
        Instant answeredAt) {}
