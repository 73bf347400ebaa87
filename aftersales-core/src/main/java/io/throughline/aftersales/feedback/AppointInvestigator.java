package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Names who looks into a complaint; see {@link Independence}. */
public record AppointInvestigator(@NotNull @Nullable Long investigatorId) {}
