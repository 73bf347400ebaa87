package io.throughline.project.lifecycle;

/** The project begins or ends on another day from now on; told in the transaction that changes it. */
public record ProjectDatesChanged(ProjectId projectId) {}
