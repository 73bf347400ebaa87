package io.throughline.project.schedule.planfile;

/** A dependency between two tasks of the file, by their {@link PlanFileTask#uid()}. */
public record PlanFileLink(int predecessor, int successor, Type type, Lag lag) {

    public enum Type {
        FINISH_TO_START("FS"),
        START_TO_START("SS"),
        FINISH_TO_FINISH("FF"),
        START_TO_FINISH("SF");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The two letters planners write. */
        public String code() {
            return code;
        }
    }

    /**
     * The wait on a link; negative is a lead.
     *
     * @param amount minutes for WORKING and ELAPSED, percent of the predecessor's duration for the PERCENT units
     */
    public record Lag(Unit unit, double amount) {
        public static final Lag NONE = new Lag(Unit.WORKING, 0);

        public enum Unit {
            WORKING,
            ELAPSED,
            PERCENT,
            ELAPSED_PERCENT
        }

        public boolean isNone() {
            return amount == 0;
        }
    }
}
