package io.throughline.project.lifecycle;

/** Who of the staff may read the plan. */
public enum Visibility {
    INTERNAL,
    PRIVATE
}
