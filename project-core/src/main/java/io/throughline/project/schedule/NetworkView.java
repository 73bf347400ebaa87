package io.throughline.project.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a network diagram a person looks at.
 *
 * @param rank first column; null for the one that suits
 * @param lane first row; null for the one that suits
 * @param size how much is shown
 * @param at a task's number, its WBS code, or words of its name: the part is moved to hold it
 * @param of number of a task whose neighbours alone are shown; null for the whole plan
 * @param steps how far its neighbours reach
 * @param critical only critical tasks
 * @param path place of the first critical task to be listed
 */
public record NetworkView(
        @Nullable Integer rank,
        @Nullable Integer lane,
        Size size,
        @Nullable String at,
        @Nullable Integer of,
        int steps,
        boolean critical,
        int path) {

    /** Critical tasks listed at once. */
    public static final int LISTED = 100;

    private static final int FARTHEST = 50;

    /** All of it at once, for paper; nothing is looked for, and no path is listed. */
    public NetworkView whole() {
        return new NetworkView(null, null, Size.WHOLE, null, of, steps, critical, Integer.MAX_VALUE);
    }

    /** @param most nodes up to which the whole diagram is shown; beyond, so many columns and rows of it */
    public record Size(int most, int width, int height) {

        static final Size WHOLE = new Size(Integer.MAX_VALUE, 1, 1);
    }

    public NetworkView {
        at = at == null || at.isBlank() ? null : at.strip();
        steps = Math.max(1, Math.min(FARTHEST, steps));
        path = Math.max(0, path);
    }
}
