package io.throughline.web.project.schedule;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.EditTask;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskKind;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command that would change nothing about a task, and that command with one thing changed. */
final class TaskEdits {

    static final List<Set<String>> TOGETHER = List.of(
            Set.of("constraintType", "constraintDate"),
            Set.of("optimisticMinutes", "likelyMinutes", "pessimisticMinutes"));

    private TaskEdits() {}

    static EditTask command(TaskDetail task) {
        return EditTask.unchanged(task);
    }

    static EditTask planned(
            EditTask edit, @Nullable LocalDateTime start, @Nullable LocalDateTime finish, @Nullable Long minutes) {
        return edit.planned(start, finish, minutes);
    }

    static EditTask constrained(EditTask edit, ConstraintType type, @Nullable LocalDateTime date) {
        return edit.withConstraintType(type).withConstraintDate(date);
    }

    /** As in other planning programs, a task that takes no time is a milestone; null where nobody says how long. */
    static @Nullable TaskKind kind(EditTask edit) {
        var minutes = edit.durationMinutes();
        return minutes == null ? null : minutes == 0 ? TaskKind.MILESTONE : TaskKind.TASK;
    }

    /** The task's own properties that a change of these fields concerns; a constraint and an estimate hang together. */
    static Set<String> touchedBy(Collection<String> fields) {
        var touched = new HashSet<>(fields);
        for (var group : TOGETHER) {
            if (fields.stream().anyMatch(group::contains)) {
                touched.addAll(group);
            }
        }
        return touched;
    }
}
