package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.network.UnfinishedWork;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves work that should have been done by the status date behind it ({@link UnfinishedWork} has the rule): what is in
 * progress goes on after that day, what has not begun starts no earlier.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class UnfinishedTasks {

    private static final String VERB = "project.schedule.unfinishedMoved";

    private final TaskRepository tasks;
    private final TaskDesk desk;
    private final Schedules schedules;
    private final PlanCalendars calendars;
    private final PlanSettingsDesk settings;
    private final ProjectQueries projects;

    /**
     * What became of the work that lay before the day.
     *
     * @param resumed numbers of tasks in progress whose rest goes on after it
     * @param postponed numbers of tasks that start after it
     * @param left tasks set by hand or held by a hard constraint; somebody has to decide
     */
    public record Moved(
            LocalDate after, PlanChange change, List<Integer> resumed, List<Integer> postponed, List<Left> left) {}

    public record Left(int no, String name) {}

    /** @throws RuleViolation at {@code statusDate} where the plan has none, or it cannot be computed */
    public Moved move(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key).toManage();
        var day = settings.of(viewer, key).statusDate();
        if (day == null) {
            throw new RuleViolation("project.schedule.unfinished.noStatusDate").at("statusDate");
        }
        desk.open(project);
        var after = calendars.of(project).opening(day.plusDays(1));
        var work = UnfinishedWork.after(schedules.of(project.id()).schedule(), after);
        var resumed = numbers(work.resumed());
        var postponed = numbers(work.postponed());
        load(project, resumed).forEach(task -> {
            task.resume(after);
            tasks.save(task);
        });
        load(project, postponed).forEach(task -> {
            task.pin(after);
            tasks.save(task);
        });
        var left = load(project, numbers(work.left())).stream()
                .map(task -> new Left(task.getNumber(), task.getName()))
                .sorted(Comparator.comparing(Left::no))
                .toList();
        int moved = resumed.size() + postponed.size();
        var change = desk.manyDone(viewer, project, VERB, Map.of("tasks", moved, "date", day.toString()));
        return new Moved(day, change, resumed, postponed, left);
    }

    private List<Task> load(ProjectAccess project, List<Integer> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : tasks.findByProjectIdAndNumberIn(project.id().value(), numbers);
    }

    private static List<Integer> numbers(List<Long> ids) {
        return ids.stream().map(Long::intValue).sorted().toList();
    }
}
