package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectTimeline;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every command on a task does first and last: find it, number it, keep its summaries right, leave a line. */
@Component
@RequiredArgsConstructor
class TaskDesk {

    static final long GAP = 1024;

    private final TaskRepository tasks;
    private final TaskRollUp rollUp;
    private final ProjectTimeline timeline;
    private final TaskSearch search;
    private final JdbcClient jdbc;
    private final Clock clock;

    Task load(ProjectAccess project, int number) {
        return tasks.findByProjectIdAndNumber(project.id().value(), number)
                .filter(task -> !task.isDeleted())
                .orElseThrow(() -> new NotFound("task", project.key() + "-" + number));
    }

    /** The first of so many fresh numbers; they are never given again. */
    int numbers(long project, int count) {
        int last = jdbc.sql("""
                        insert into project.task_number (project_id, last_number) values (:project, :count)
                        on conflict (project_id) do update set last_number = task_number.last_number + :count
                        returning last_number
                        """)
                .param("project", project)
                .param("count", count)
                .query(Integer.class)
                .single();
        return last - count + 1;
    }

    long endOf(long project, @Nullable Long parent) {
        var siblings = tasks.siblings(project, parent);
        return siblings.isEmpty() ? GAP : siblings.get(siblings.size() - 1).getPosition() + GAP;
    }

    /** Saves, derives the summaries and writes the line; what was loaded before is stale afterwards. */
    void done(Viewer viewer, Task task, String verb, Map<String, ?> data) {
        tasks.saveAndFlush(task);
        rollUp.derive(task.getProjectId());
        search.put(new ProjectId(task.getProjectId()), task.requireId());
        timeline.record(viewer, subject(task), verb, data);
    }

    void done(Viewer viewer, Task task, String verb) {
        done(viewer, task, verb, Map.of());
    }

    static SubjectRef subject(Task task) {
        return new SubjectRef("TASK", task.requireId());
    }

    LocalDateTime local(ProjectAccess project) {
        return LocalDateTime.now(clock.withZone(project.zone())).truncatedTo(ChronoUnit.MINUTES);
    }
}
