package io.throughline.aftersales.diagnosis;

/** What carries a fix out. */
public enum FixBy {
    REMOTE,
    WORK_ORDER,
    CHANGE,
    PROJECT
}
