package io.throughline.project.timesheet;

import org.jspecify.annotations.Nullable;

/**
 * Something hours can be booked on.
 *
 * @param row as people write it: {@code HTC-12}, {@code SERVICE}, {@code INTERNAL}
 * @param project key of its project
 */
record Bookable(
        String row,
        TimeKind kind,
        @Nullable Long taskId,
        @Nullable Long projectId,
        @Nullable String project,
        @Nullable String fault) {

    static Bookable of(TimeKind kind) {
        return new Bookable(kind.name(), kind, null, null, null, null);
    }
}
