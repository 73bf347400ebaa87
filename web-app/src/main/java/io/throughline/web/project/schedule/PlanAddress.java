package io.throughline.web.project.schedule;

import io.throughline.project.schedule.Fold;
import io.throughline.project.schedule.PlanView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What of a plan is looked at, as plan and Gantt have it in their address.
 *
 * @param from place of the first line
 * @param at a task to be found: its number, WBS code or words of its name
 * @param fold which summaries are shut, see {@link Fold}
 * @param critical whether only the critical path is listed
 */
record PlanAddress(
        @Nullable Integer from,
        @Nullable Integer size,
        @Nullable String at,
        @Nullable String fold,
        @BindParam("filter.critical") @Nullable Boolean critical) {

    /** More rows are not sent at once. */
    private static final int MOST = 400;

    PlanView view() {
        return new PlanView(
                from == null ? 0 : from,
                size == null ? PlanView.USUAL : Math.min(MOST, size),
                at,
                Fold.parse(fold),
                Boolean.TRUE.equals(critical));
    }
}
