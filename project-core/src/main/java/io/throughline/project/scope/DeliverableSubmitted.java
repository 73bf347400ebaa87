package io.throughline.project.scope;

import io.throughline.project.lifecycle.ProjectId;
import java.time.Instant;

/** A deliverable was handed to the customer for acceptance. */
public record DeliverableSubmitted(DeliverableId deliverableId, ProjectId projectId, int round, Instant at) {}
