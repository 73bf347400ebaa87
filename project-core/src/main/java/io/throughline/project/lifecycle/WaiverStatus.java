package io.throughline.project.lifecycle;

/** A waiver is asked for by who leads the project and granted or refused by a manager. */
public enum WaiverStatus {
    REQUESTED,
    GRANTED,
    REFUSED
}
