package io.throughline.project.resource;

/** Whether a resource gives time, is used up, or only costs. */
public enum ResourceKind {
    WORK,
    MATERIAL,
    COST
}
