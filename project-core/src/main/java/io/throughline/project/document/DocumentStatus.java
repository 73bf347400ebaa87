package io.throughline.project.document;

/** Whether the latest version is agreed. */
public enum DocumentStatus {
    DRAFT,
    APPROVED
}
