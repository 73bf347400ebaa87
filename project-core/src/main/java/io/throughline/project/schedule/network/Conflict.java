package io.throughline.project.schedule.network;

import org.jspecify.annotations.Nullable;

/**
 * Something in a plan that cannot all be kept, named so that somebody can decide.
 *
 * @param task who suffers
 * @param link the link that is not kept, for the kinds that have one
 * @param minutes by how much, working minutes of the task's calendar; positive
 */
public record Conflict(Kind kind, long task, @Nullable Link link, long minutes) {

    public enum Kind {
        /** A hard constraint holds the task where this link would not let it be (rule 2). */
        CONSTRAINT_BREAKS_LINK,
        /** The links push the task beyond its constraint, because this plan lets links win (rule 2). */
        LINKS_BREAK_CONSTRAINT,
        /** Work began before this link allowed (rule 3). */
        BEGUN_BEFORE_LINK,
        /** Dates set by hand do not keep this link. */
        MANUAL_BREAKS_LINK,
        /** The task ends after its deadline. */
        DEADLINE_MISSED,
        /** A constraint or an actual start lies before the project's start (rule 1). */
        BEFORE_PROJECT_START,
        /** A part lies outside the dates that its summary was given by hand (rule 6). */
        OUTSIDE_MANUAL_SUMMARY
    }
}
