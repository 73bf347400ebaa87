package io.throughline.project.resource;

import io.throughline.project.schedule.EditTask;
import io.throughline.project.schedule.TaskDetail;

/** Changes people type into a task. */
final class Edits {

    private Edits() {}

    static EditTask lasting(TaskDetail task, int days) {
        return edit(task, task.name(), days * 480L);
    }

    static EditTask renamed(TaskDetail task, String name) {
        return edit(task, name, task.durationMinutes());
    }

    private static EditTask edit(TaskDetail task, String name, Long minutes) {
        return new EditTask(
                null,
                name,
                null,
                task.assigneeId(),
                task.plannedStart(),
                task.plannedFinish(),
                minutes,
                task.effortMinutes(),
                task.priority(),
                task.constraintType(),
                task.constraintDate(),
                task.deadline(),
                null,
                null,
                null,
                null,
                null);
    }
}
