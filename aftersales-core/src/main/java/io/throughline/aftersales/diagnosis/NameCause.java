package io.throughline.aftersales.diagnosis;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param words what exactly
 * @param deliverableId what of ours it happened to; null leaves what the ticket names
 */
public record NameCause(
        @NotNull @Nullable FaultCause cause,
        @Nullable @Size(max = 4000) String words,
        @Nullable Long deliverableId) {}
