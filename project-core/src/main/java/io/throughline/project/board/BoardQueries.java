package io.throughline.project.board;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.TaskStatus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a project's board: its leaf tasks by status. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class BoardQueries {

    private static final List<TaskStatus> COLUMNS =
            List.of(TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.DONE);
    private static final int SHOWN = 100;

    private final TaskQueries tasks;
    private final ProjectQueries projects;
    private final BoardLimitRepository limits;

    /** @param assigneeId only this person's cards; null for all */
    public List<BoardColumn> board(Viewer viewer, String key, @Nullable Long assigneeId) {
        var project = projects.requirePlan(viewer, key);
        var limit = limits.findByProjectId(project.id().value()).stream()
                .collect(Collectors.toMap(BoardLimit::getStatus, BoardLimit::getWipLimit));
        var byStatus = tasks.outline(viewer, project).stream()
                .filter(task -> !task.summary() && !task.isMilestone())
                .filter(task -> assigneeId == null || assigneeId.equals(task.assigneeId()))
                .collect(Collectors.groupingBy(TaskRow::status));
        return COLUMNS.stream()
                .map(status -> column(status, byStatus.getOrDefault(status, List.of()), limit.get(status)))
                .toList();
    }

    private static BoardColumn column(TaskStatus status, List<TaskRow> tasks, @Nullable Integer limit) {
        var order = status == TaskStatus.DONE
                ? Comparator.comparing(TaskRow::actualFinish, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed()
                : Comparator.comparing(TaskRow::plannedFinish, Comparator.nullsLast(Comparator.naturalOrder()));
        var cards = tasks.stream().sorted(order).limit(SHOWN).toList();
        return new BoardColumn(status, cards, tasks.size(), limit);
    }
}
