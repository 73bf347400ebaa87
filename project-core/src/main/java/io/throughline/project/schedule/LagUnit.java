package io.throughline.project.schedule;

/** What a lag is counted in. */
public enum LagUnit {
    /** Working minutes on the successor's calendar. */
    WORKING,
    /** Minutes by the clock. */
    ELAPSED,
    /** Hundredths of a percent of the predecessor's duration. */
    PERCENT,
    /** Hundredths of a percent of the predecessor's duration, by the clock. */
    ELAPSED_PERCENT
}
