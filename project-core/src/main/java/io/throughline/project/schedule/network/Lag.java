package io.throughline.project.schedule.network;

/**
 * The wait on a link; negative is a lead.
 *
 * @param amount minutes, or hundredths of a percent of the predecessor's duration
 */
public record Lag(Unit unit, long amount) {

    public static final Lag NONE = new Lag(Unit.WORKING, 0);

    /** What a lag is counted in, and on which clock. */
    public enum Unit {
        /** Working minutes on the successor's calendar. */
        WORKING,
        /** Minutes by the clock. */
        ELAPSED,
        /** Hundredths of a percent of the predecessor's duration, as working time on the successor's calendar. */
        PERCENT,
        /** Hundredths of a percent of the predecessor's duration, by the clock. */
        ELAPSED_PERCENT;

        boolean isPercent() {
            return this == PERCENT || this == ELAPSED_PERCENT;
        }
    }

    public static Lag working(long minutes) {
        return new Lag(Unit.WORKING, minutes);
    }

    public static Lag elapsed(long minutes) {
        return new Lag(Unit.ELAPSED, minutes);
    }

    /** @param hundredths 5000 is half of the predecessor's duration */
    public static Lag percent(long hundredths) {
        return new Lag(Unit.PERCENT, hundredths);
    }
}
