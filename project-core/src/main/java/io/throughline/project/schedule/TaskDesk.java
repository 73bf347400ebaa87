package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectTimeline;
import io.throughline.project.schedule.PlanChanges.Made;
import io.throughline.project.schedule.PlanChanges.Step;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every command on a task does first and last: find it, number it, plan anew what follows, leave a line. */
@Component
@RequiredArgsConstructor
class TaskDesk {

    static final long GAP = 1024;

    private final TaskRepository tasks;
    private final TaskRollUp rollUp;
    private final Replanning replanning;
    private final PlanChanges changes;
    private final CrewFollow crew;
    private final EntityManager entities;
    private final ProjectTimeline timeline;
    private final TaskSearch search;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Changes of one plan wait here for each other. */
    void open(ProjectAccess project) {
        replanning.open(project.id());
    }

    Task load(ProjectAccess project, int number) {
        open(project);
        return tasks.findByProjectIdAndNumber(project.id().value(), number)
                .filter(task -> !task.isDeleted())
                .orElseThrow(() -> new NotFound("task", project.key() + "-" + number));
    }

    /** The first of so many fresh numbers; they are never given again. */
    int numbers(long project, int count) {
        replanning.lock(new ProjectId(project));
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

    /** Saves, plans anew what the change can reach and writes the line; what was loaded before is stale afterwards. */
    PlanChange done(Viewer viewer, Task task, String verb, Map<String, ?> data) {
        tasks.saveAndFlush(task);
        crew.follow(task);
        return staffed(viewer, task, verb, data);
    }

    /** The same where the people on the task are what was changed. */
    PlanChange staffed(Viewer viewer, Task task, String verb, Map<String, ?> data) {
        tasks.saveAndFlush(task);
        var project = new ProjectId(task.getProjectId());
        var cause = label(task);
        rollUp.derive(viewer, project.value(), cause);
        var moves = replanning.run(viewer, project, cause);
        search.put(project, task.requireId());
        timeline.record(viewer, subject(task), verb, data);
        return changes.keep(viewer, project, task.requireId(), verb, moves);
    }

    /**
     * After fields got their old values back.
     *
     * @param stored the change that was taken back
     * @param touched tasks with old values
     */
    PlanChange undone(Viewer viewer, ProjectAccess project, PlanChanges.Stored stored, List<Long> touched) {
        var made = stored.step() == Step.UNDO
                ? new Made("project.schedule.redoneLine", Step.REDO)
                : new Made("project.schedule.undoneLine", Step.UNDO);
        return rewritten(viewer, project, stored.task(), touched, made, Map.of());
    }

    /** After the changes of a draft were made of the plan itself. */
    PlanChange merged(Viewer viewer, ProjectAccess project, Collection<Long> touched, Map<String, ?> data) {
        return rewritten(viewer, project, null, touched, new Made("project.draft.mergedLine", Step.DO), data);
    }

    private PlanChange rewritten(
            Viewer viewer,
            ProjectAccess project,
            @Nullable Long cause,
            Collection<Long> touched,
            Made made,
            Map<String, ?> data) {
        entities.flush();
        tasks.alignSummaries(project.id().value());
        rollUp.derive(viewer, project.id().value(), project.key());
        var moves = replanning.run(viewer, project.id(), project.key());
        search.put(project.id(), List.copyOf(touched));
        var subject = cause == null ? ProjectTimeline.subject(project.id()) : new SubjectRef("TASK", cause);
        timeline.record(viewer, subject, made.verb(), data);
        return changes.keep(viewer, project.id(), cause, made, moves);
    }

    /** After many tasks were given other facts of their own: plans anew and writes one line for the project. */
    PlanChange manyDone(Viewer viewer, ProjectAccess project, String verb, Map<String, ?> data) {
        entities.flush();
        rollUp.derive(viewer, project.id().value(), project.key());
        var moves = replanning.run(viewer, project.id(), project.key());
        timeline.record(viewer, ProjectTimeline.subject(project.id()), verb, data);
        return changes.keep(viewer, project.id(), null, verb, moves);
    }

    /** After lines came in, or got other values, at one stroke: settles who works on them and plans anew, once. */
    PlanChange written(Viewer viewer, ProjectAccess project, List<Task> fresh, List<Task> changed, String verb) {
        entities.flush();
        crew.join(project.id(), fresh);
        changed.forEach(crew::follow);
        var ids = Stream.concat(fresh.stream(), changed.stream())
                .map(Task::requireId)
                .toList();
        rollUp.derive(viewer, project.id().value(), project.key());
        var moves = replanning.run(viewer, project.id(), project.key());
        search.put(project.id(), ids);
        timeline.record(viewer, ProjectTimeline.subject(project.id()), verb, Map.of("tasks", ids.size()));
        return changes.keep(viewer, project.id(), null, verb, moves);
    }

    /** For what moves no date: saves and writes the line. */
    void noted(Viewer viewer, Task task, String verb, Map<String, ?> data) {
        tasks.saveAndFlush(task);
        crew.follow(task);
        timeline.record(viewer, subject(task), verb, data);
    }

    PlanChange done(Viewer viewer, Task task, String verb) {
        return done(viewer, task, verb, Map.of());
    }

    private String label(Task task) {
        var key = jdbc.sql("select key from project.project where id = ?")
                .param(task.getProjectId())
                .query(String.class)
                .single();
        return key + "-" + task.getNumber();
    }

    static SubjectRef subject(Task task) {
        return new SubjectRef("TASK", task.requireId());
    }

    LocalDateTime local(ProjectAccess project) {
        return LocalDateTime.now(clock.withZone(project.zone())).truncatedTo(ChronoUnit.MINUTES);
    }
}
