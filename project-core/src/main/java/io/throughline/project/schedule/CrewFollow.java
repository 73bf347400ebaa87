package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlanJournal.Edit;
import io.throughline.project.schedule.TaskCrews.Amounts;
import io.throughline.project.schedule.TaskCrews.TaskTurn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the people on a task follow what was typed about the task itself: who is responsible, how long, how much work. */
@Component
@RequiredArgsConstructor
class CrewFollow {

    private static final Amounts NOTHING = new Amounts(null, null, null);

    private final ObjectProvider<TaskCrews> crews;
    private final PlanJournal journal;
    private final TaskRepository tasks;

    /** Call once the task has been flushed. */
    void follow(Task task) {
        if (task.isSummary() || task.isMilestone() || task.isDeleted()) {
            return;
        }
        var after = new Amounts(task.getDurationMinutes(), task.getEffortMinutes(), task.getAssigneeId());
        journal.of(task.requireId()).map(edit -> before(edit, after)).ifPresent(before -> {
            if (!before.equals(after)) {
                follow(task, new TaskTurn(before, after, task.getWorkRule().getEffortType()));
            }
        });
    }

    /** For tasks that are new: who is responsible works on them. Call once they have been flushed. */
    void join(ProjectId project, List<Task> fresh) {
        var assigned = fresh.stream()
                .filter(task -> task.getAssigneeId() != null && !task.isSummary() && !task.isMilestone())
                .collect(Collectors.toMap(Task::requireId, Function.identity()));
        var amounts = new LinkedHashMap<Long, Amounts>();
        assigned.forEach((id, task) ->
                amounts.put(id, new Amounts(task.getDurationMinutes(), task.getEffortMinutes(), task.getAssigneeId())));
        crews.ifAvailable(known -> known.join(project, amounts)
                .forEach((id, work) -> Objects.requireNonNull(assigned.get(id)).estimate(work)));
    }

    private void follow(Task task, TaskTurn turn) {
        crews.ifAvailable(known -> known.follow(new ProjectId(task.getProjectId()), task.requireId(), turn)
                .ifPresent(work -> {
                    task.estimate(work);
                    tasks.saveAndFlush(task);
                }));
    }

    /** A new task had nothing. */
    private static Amounts before(Edit edit, Amounts after) {
        var fields = edit.before();
        return fields == null
                ? NOTHING
                : new Amounts(
                        old(fields, "durationMinutes", after.duration()),
                        old(fields, "effortMinutes", after.effort()),
                        old(fields, "assigneeId", after.assignee()));
    }

    private static @Nullable Long old(Map<String, @Nullable Object> fields, String name, @Nullable Long now) {
        return fields.containsKey(name) ? (Long) fields.get(name) : now;
    }
}
