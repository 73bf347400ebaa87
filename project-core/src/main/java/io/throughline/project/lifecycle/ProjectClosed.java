package io.throughline.project.lifecycle;

import java.time.Instant;

/** The closure gate was passed. */
public record ProjectClosed(ProjectId projectId, Instant at) {}
