package io.throughline.project.schedule.planfile;

/** The kinds of plan file that are read. */
public enum PlanFormat {
    MPP,
    MSPDI,
    PMXML,
    XER,
    XLSX,
    CSV
}
