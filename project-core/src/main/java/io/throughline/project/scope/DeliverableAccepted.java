package io.throughline.project.scope;

import io.throughline.project.lifecycle.ProjectId;
import java.time.Instant;

/** The customer accepted a deliverable, with conditions or without. */
public record DeliverableAccepted(
        DeliverableId deliverableId, ProjectId projectId, int round, DeliverableStatus decision, Instant at) {}
