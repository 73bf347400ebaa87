package io.throughline.web.project.schedule;

import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.TaskDuration;
import io.throughline.project.schedule.TaskKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** {@link AddTask} as the form has it, its duration as in the grid, {@code 2.5} or {@code 2ed}; fields named as the command's. */
record NewTask(
        @NotBlank @Size(max = 300) String name,
        @Nullable TaskKind kind,
        @Nullable Integer parent,
        @Nullable Long assigneeId,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,
        @Nullable TaskDuration durationMinutes,
        @Nullable @Size(max = 20000) String description) {

    static NewTask below(@Nullable Integer parent) {
        return new NewTask("", TaskKind.TASK, parent, null, null, null, null, null);
    }

    AddTask command() {
        return new AddTask(
                name,
                kind,
                parent,
                null,
                assigneeId,
                plannedStart,
                plannedFinish,
                durationMinutes == null ? null : durationMinutes.minutes(),
                null,
                null,
                description,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                durationMinutes != null && durationMinutes.elapsed(),
                null,
                null,
                null);
    }
}
