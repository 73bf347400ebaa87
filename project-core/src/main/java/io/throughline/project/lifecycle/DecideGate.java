package io.throughline.project.lifecycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The outcome of a gate review; all but a plain go need a comment saying conditions or reason. */
public record DecideGate(
        @NotNull GateDecision decision,
        @Nullable @Size(max = 2000) String comment) {}
