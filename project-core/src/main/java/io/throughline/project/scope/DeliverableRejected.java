package io.throughline.project.scope;

import io.throughline.project.lifecycle.ProjectId;
import java.time.Instant;

/** The customer sent a deliverable back. */
public record DeliverableRejected(DeliverableId deliverableId, ProjectId projectId, int round, Instant at) {}
