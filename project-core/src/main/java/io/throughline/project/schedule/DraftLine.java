package io.throughline.project.schedule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a draft changes of the live plan.
 *
 * @param id names it when it is merged: {@code t12.duration}, {@code l3-5}, {@code a12-7041}
 * @param no the task; of a link the successor
 * @param name of the task
 * @param other of a link the predecessor, else null
 * @param base fields as the draft found them; empty for what it added. Values as REST has those of tasks, a task above as
 *     {@code parent} with its number, people and resources by name
 * @param live fields as they are now in the live plan; empty for what is not there
 * @param draft fields as the draft has them; empty for what it takes away
 */
public record DraftLine(
        String id,
        int no,
        String name,
        Matter matter,
        @Nullable Integer other,
        Map<String, @Nullable Object> base,
        Map<String, @Nullable Object> live,
        Map<String, @Nullable Object> draft,
        Clash clash) {

    /** What of a task. */
    public enum Matter {
        ADDED,
        REMOVED,
        /** Changed in the draft, taken out of the live plan since. */
        GONE,
        NAME,
        DESCRIPTION,
        PLACE,
        STATE,
        TIMING,
        ASSIGNEE,
        PRIORITY,
        DATES,
        DURATION,
        EFFORT,
        EFFORT_TYPE,
        ESTIMATE,
        CONSTRAINT,
        DEADLINE,
        SHARED,
        OTHER,
        LINK,
        ASSIGNMENT;

        /** What a stored field of a task belongs to. */
        public static Matter of(String field) {
            return switch (field) {
                case "name" -> NAME;
                case "description" -> DESCRIPTION;
                case "parentId", "position" -> PLACE;
                case "state", "blocked", "blockedReason", "blockedSince" -> STATE;
                case "timing" -> TIMING;
                case "assigneeId" -> ASSIGNEE;
                case "priority" -> PRIORITY;
                case "mode", "plannedStart", "plannedFinish" -> DATES;
                case "durationMinutes", "durationElapsed" -> DURATION;
                case "effortMinutes" -> EFFORT;
                case "workRule" -> EFFORT_TYPE;
                case "durationEstimate" -> ESTIMATE;
                case "constraintType", "constraintDate" -> CONSTRAINT;
                case "deadline" -> DEADLINE;
                case "shared" -> SHARED;
                default -> OTHER;
            };
        }
    }

    /** Whether the live plan changed the same. */
    public enum Clash {
        NONE,
        /** One of the two has to be chosen. */
        OPEN,
        /** The live plan has no room for it any more: only what is live can be chosen. */
        IMPOSSIBLE
    }

    /** Which of the two is to be. */
    public enum Side {
        LIVE,
        DRAFT
    }

    public boolean asks() {
        return clash != Clash.NONE;
    }

    DraftLine impossible() {
        return new DraftLine(id, no, name, matter, other, base, live, draft, Clash.IMPOSSIBLE);
    }
}
