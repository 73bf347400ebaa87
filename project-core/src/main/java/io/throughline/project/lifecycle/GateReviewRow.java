package io.throughline.project.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision taken at a gate. */
public record GateReviewRow(
        Phase phase,
        int attempt,
        GateDecision decision,
        @Nullable String comment,
        int criteriaTotal,
        int criteriaMet,
        int waivers,
        @Nullable String decidedBy,
        Instant decidedAt) {}
