package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectCreated;
import io.throughline.project.lifecycle.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plants the tasks, milestones and links of a template into a project just begun. */
@Component
@RequiredArgsConstructor
class TemplateTasks {

    private final TaskRepository tasks;
    private final TaskDependencyRepository dependencies;
    private final TaskDesk desk;
    private final PlanCalendars calendars;
    private final TaskRollUp rollUp;
    private final Replanning replanning;
    private final TaskSearch search;
    private final JdbcClient jdbc;

    @EventListener
    void plant(ProjectCreated created) {
        if (created.templateId() == null) {
            return;
        }
        var lines = lines(created.templateId(), created.locale());
        if (lines.isEmpty()) {
            return;
        }
        var hours = calendars.of(created.projectId());
        int number = desk.numbers(created.projectId().value(), lines.size());
        Map<Integer, Task> byLevel = new HashMap<>();
        Map<Integer, Task> byPosition = new HashMap<>();
        for (var line : lines) {
            var above = byLevel.get(line.level() - 1);
            var task = task(created, line, number++, above, hours);
            byLevel.put(line.level(), task);
            byPosition.put(line.position(), task);
            if (line.afterPosition() != null) {
                var before = byPosition.get(line.afterPosition());
                link(created.projectId(), before, task);
            }
        }
        rollUp.derive(created.projectId().value());
        replanning.run(Viewer.system("template"), created.projectId(), created.key());
        search.putAll(created.projectId());
    }

    private Task task(ProjectCreated created, Line line, int number, @Nullable Task above, PlanHours hours) {
        var parentId = above == null ? null : above.getId();
        if (above != null) {
            above.becomeSummary();
        }
        var kind = TaskKind.valueOf(line.kind());
        var task = new Task(created.projectId(), number, kind, line.name(), parentId, line.position() * TaskDesk.GAP);
        if (kind == TaskKind.MILESTONE) {
            var day = line.startDay() == 0 ? 0 : line.startDay() - 1;
            task.plan(null, hours.closing(hours.workingDay(created.start(), day)), null, hours);
        } else if (line.days() > 0) {
            var start = hours.opening(hours.workingDay(created.start(), line.startDay()));
            task.plan(start, null, line.days() * PlanHours.DAY_MINUTES, hours);
        }
        task.estimate(line.effortHours() == 0 ? null : line.effortHours() * 60L);
        task.share(line.shared());
        return tasks.save(task);
    }

    private void link(ProjectId project, @Nullable Task before, Task after) {
        if (before != null) {
            dependencies.save(new TaskDependency(project.value(), before.requireId(), after.requireId()));
        }
    }

    private List<Line> lines(long template, Locale locale) {
        var name = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "name_zh" : "name_en";
        return jdbc.sql("select position, level, kind, " + name + " as name, start_day, days, effort_hours,"
                        + " after_position, shared from project.template_task where template_id = ? order by position")
                .param(template)
                .query(Line.class)
                .list();
    }

    private record Line(
            int position,
            int level,
            String kind,
            String name,
            int startDay,
            int days,
            int effortHours,
            @Nullable Integer afterPosition,
            boolean shared) {}
}
