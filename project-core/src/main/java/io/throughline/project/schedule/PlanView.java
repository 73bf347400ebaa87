package io.throughline.project.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a plan a person looks at.
 *
 * @param from place of its first line among those that show, from 0
 * @param size how many lines
 * @param at a task's number, its WBS code, or words of its name: the stretch is moved to hold it, and what hides it opens
 * @param fold summaries that are shut
 * @param critical only critical tasks and the summaries above them
 */
public record PlanView(int from, int size, @Nullable String at, Fold fold, boolean critical) {

    /** More than fits on any screen, little enough to send at once. */
    public static final int USUAL = 100;

    public PlanView {
        from = Math.max(0, from);
        size = Math.max(1, size);
        at = at == null || at.isBlank() ? null : at.strip();
    }

    /** All lines that show. */
    public static PlanView whole(Fold fold, boolean critical) {
        return new PlanView(0, Integer.MAX_VALUE, null, fold, critical);
    }

    /** From the first line on. */
    public static PlanView first() {
        return new PlanView(0, USUAL, null, Fold.NONE, false);
    }
}
