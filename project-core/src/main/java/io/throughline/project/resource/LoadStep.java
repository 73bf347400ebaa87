package io.throughline.project.resource;

/** How finely load is shown. */
public enum LoadStep {
    DAY,
    WEEK,
    /** All of it as one. */
    WHOLE
}
