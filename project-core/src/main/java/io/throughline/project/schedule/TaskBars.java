package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.MoveBar.End;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Moves and lengthens tasks as one does with bars on a chart: in working days. A start becomes "start no earlier than",
 * a finish the task's duration, as if they had been typed.
 */
@Service
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
@RequiredArgsConstructor
public class TaskBars {

    private final Tasks tasks;
    private final TaskLinks links;
    private final TaskQueries queries;
    private final PlanPreviews previews;
    private final PlanCalendars calendars;
    private final ProjectQueries projects;

    /**
     * What a change would do to the bars.
     *
     * @param bars where those that move would lie, by task number, in days as {@link Gantt} has them
     */
    public record Shown(PlanPreview preview, Map<Integer, Gantt.Span> bars) {

        public Shown {
            bars = Map.copyOf(bars);
        }
    }

    /** @throws RuleViolation for summaries, finished tasks, and a finish before the start */
    public PlanChange move(Viewer viewer, String key, int number, MoveBar move) {
        var task = queries.require(viewer, key, number);
        return tasks.edit(viewer, key, number, moved(task, move));
    }

    public Shown previewMove(Viewer viewer, String key, int number, MoveBar move) {
        return shown(viewer, key, () -> move(viewer, key, number, move));
    }

    public Shown previewLink(Viewer viewer, String key, int successor, LinkTasks link) {
        return shown(viewer, key, () -> links.link(viewer, key, successor, link));
    }

    private Shown shown(Viewer viewer, String key, Supplier<PlanChange> change) {
        var axis = new DayAxis(hours(projects.requirePlan(viewer, key)).hours());
        var preview = previews.of(viewer, key, change);
        var bars = new HashMap<Integer, Gantt.Span>();
        for (var move : preview.moves()) {
            if (move.start() != null && move.finish() != null) {
                bars.put(move.no(), new Gantt.Span(axis.at(move.start()), axis.at(move.finish())));
            }
        }
        return new Shown(preview, bars);
    }

    private EditTask moved(TaskDetail task, MoveBar move) {
        var start = task.plannedStart();
        var finish = task.plannedFinish();
        if (task.summary()) {
            throw new RuleViolation("project.schedule.summaryDerived");
        }
        if (start == null || finish == null) {
            throw new RuleViolation("project.schedule.gantt.undatedBar");
        }
        var hours = hours(task.project());
        if (task.isMilestone()) {
            var day = move.day() == null
                    ? shifted(finish, move, hours)
                    : move.day().atTime(finish.toLocalTime());
            return EditTask.unchanged(task).planned(day, day, task.durationMinutes());
        }
        if (move.end() == End.WHOLE) {
            return EditTask.unchanged(task).planned(shifted(start, move, hours), finish, task.durationMinutes());
        }
        var later = shifted(finish, move, hours);
        if (!later.isAfter(start)) {
            throw new RuleViolation("project.schedule.gantt.tooShort");
        }
        return EditTask.unchanged(task).planned(start, later, task.durationMinutes());
    }

    /** Keeps the time of day where a start or finish lies within the day. */
    private static LocalDateTime shifted(LocalDateTime time, MoveBar move, PlanHours hours) {
        if (move.day() != null) {
            return move.end() == End.FINISH ? hours.closing(move.day()) : hours.opening(move.day());
        }
        int by = move.by() == null ? 0 : move.by();
        return hours.workingDay(time.toLocalDate(), by).atTime(time.toLocalTime());
    }

    private PlanHours hours(ProjectAccess project) {
        return calendars.of(project);
    }
}
