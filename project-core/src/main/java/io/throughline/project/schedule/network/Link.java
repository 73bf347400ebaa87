package io.throughline.project.schedule.network;

import io.throughline.project.schedule.DependencyType;

/**
 * A dependency between two tasks, by the ids the caller gave them.
 *
 * @param lag counted from the predecessor's date to the successor's
 */
public record Link(long predecessor, long successor, DependencyType type, Lag lag) {

    public Link(long predecessor, long successor, DependencyType type) {
        this(predecessor, successor, type, Lag.NONE);
    }
}
