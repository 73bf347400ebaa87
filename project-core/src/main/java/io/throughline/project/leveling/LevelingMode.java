package io.throughline.project.leveling;

/** How long to look for a good plan. */
public enum LevelingMode {
    /** The best of several rules. */
    AT_ONCE,
    /** And then a search for better, as long as was said. */
    OPTIMISE
}
