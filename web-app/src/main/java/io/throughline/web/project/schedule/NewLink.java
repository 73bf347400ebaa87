package io.throughline.web.project.schedule;

import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LagUnit;
import io.throughline.project.schedule.LinkTasks;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made, or changed where the two are linked already.
 *
 * @param type null for finish-to-start
 * @param lag minutes, or hundredths of a percent; null for none
 * @param unit of the lag; null for working time
 */
record NewLink(
        @NotNull Integer predecessor,
        @NotNull Integer successor,
        @Nullable DependencyType type,
        @Nullable Long lag,
        @Nullable LagUnit unit) {

    LinkTasks command() {
        return new LinkTasks(predecessor, type == null ? DependencyType.FINISH_TO_START : type, lag, unit);
    }
}
