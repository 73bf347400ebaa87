package io.throughline.project.lifecycle;

/** How the project manager judges the project; amber and red need a reason. */
public enum Health {
    GREEN,
    AMBER,
    RED
}
