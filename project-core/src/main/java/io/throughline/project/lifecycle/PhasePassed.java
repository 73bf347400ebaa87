package io.throughline.project.lifecycle;

import java.time.Instant;

/** A gate was passed: the phase is left. */
public record PhasePassed(ProjectId projectId, Phase phase, boolean firstTry, Instant at) {}
