package io.throughline.project.schedule.network;

import org.jspecify.annotations.Nullable;

/**
 * A reason for a date (rule 12).
 *
 * @param link for the kinds that are links
 * @param task for {@link Kind#PART} the part; for reasons that lie in a summary above, that summary
 */
public record Driver(
        Kind kind, @Nullable Link link, @Nullable Long task) {

    public enum Kind {
        /** The project's start. */
        PROJECT_START,
        /** The project's finish, for what lies as late as possible. */
        PROJECT_FINISH,
        /** A link into the task. */
        PREDECESSOR,
        /** A link into a summary above. */
        SUMMARY_PREDECESSOR,
        /** A link out of the task or of a summary above, for what lies as late as possible. */
        SUCCESSOR,
        /** The task's constraint, or that of a summary above. */
        CONSTRAINT,
        /** The deadline, for what lies as late as possible. */
        DEADLINE,
        /** The other reasons point to a time that is closed. */
        CALENDAR,
        /** What has happened. */
        ACTUAL,
        /** Pinned by hand. */
        MANUAL,
        /** Delay by resource leveling, on top of the other reasons. */
        LEVELING,
        /** Of a summary: the part that begins first or ends last. */
        PART
    }

    static Driver of(Kind kind) {
        return new Driver(kind, null, null);
    }
}
