package io.throughline.project.schedule;

/** Which end of the predecessor drives which end of the successor. */
public enum DependencyType {
    FINISH_TO_START("FS"),
    START_TO_START("SS"),
    FINISH_TO_FINISH("FF"),
    START_TO_FINISH("SF");

    private final String code;

    DependencyType(String code) {
        this.code = code;
    }

    /** The two letters planners write: FS, SS, FF, SF. */
    public String code() {
        return code;
    }
}
