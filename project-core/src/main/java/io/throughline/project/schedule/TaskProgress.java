package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.OpenDraft;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports how work goes: start, percent, finish, blocked; open to everybody who works in the project. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class TaskProgress {

    private final TaskBlockRepository blocks;
    private final TaskDesk desk;
    private final ProjectQueries projects;
    private final Clock clock;

    public PlanChange start(Viewer viewer, String key, int number) {
        return change(
                viewer, key, number, "project.schedule.started", (task, local) -> task.start(local, clock.instant()));
    }

    /** @param percent 0 to 100; a hundred finishes the task */
    public PlanChange report(Viewer viewer, String key, int number, int percent) {
        return change(viewer, key, number, "project.schedule.progressed", (task, local) -> {
            task.progress(percent, local, clock.instant());
            endBlockOfDone(task);
        });
    }

    /** As {@link #report(Viewer, String, int, int)}, with what only those know who do the work. */
    public PlanChange report(Viewer viewer, String key, int number, ReportProgress report) {
        return change(viewer, key, number, "project.schedule.progressed", (task, local) -> {
            var begun = report.actualStart();
            if (begun != null) {
                task.begin(begun, local, clock.instant());
            }
            task.progress(report.percent(), local, clock.instant());
            if (report.remainingMinutes() != null) {
                task.remain(report.remainingMinutes());
            }
            endBlockOfDone(task);
        });
    }

    /**
     * Finishes a task or reaches a milestone.
     *
     * @param finish local to the project, not after today; null for now
     */
    public PlanChange complete(Viewer viewer, String key, int number, @Nullable LocalDateTime finish) {
        return change(viewer, key, number, "project.schedule.completed", (task, local) -> {
            task.complete(finish == null ? local : finish, local, clock.instant());
            endBlockOfDone(task);
        });
    }

    public PlanChange reopen(Viewer viewer, String key, int number) {
        return change(viewer, key, number, "project.schedule.reopened", (task, local) -> task.reopen());
    }

    /** Puts the task into the column of the board: the same as starting, finishing, reopening or putting it back. */
    public PlanChange moveTo(Viewer viewer, String key, int number, TaskStatus status) {
        return change(viewer, key, number, "project.schedule.status." + status, (task, local) -> {
            if (task.getStatus() == status) {
                return;
            }
            if (task.getStatus() == TaskStatus.DONE) {
                task.reopen();
            } else if (task.getStatus() == TaskStatus.CANCELLED) {
                task.restore();
            }
            switch (status) {
                case NOT_STARTED -> task.unstart();
                case IN_PROGRESS -> task.start(local, clock.instant());
                case DONE -> task.complete(local, local, clock.instant());
                case CANCELLED -> task.cancel();
            }
            endBlockOfDone(task);
        });
    }

    public void block(Viewer viewer, String key, int number, String reason) {
        refuseInDrafts();
        var project = projects.requirePlan(viewer, key).toContribute();
        var task = desk.load(project, number);
        task.block(reason, clock.instant());
        if (blocks.findByTaskIdAndUntilIsNull(task.requireId()).isEmpty()) {
            blocks.save(new TaskBlock(task.requireId(), reason.strip(), clock.instant()));
        }
        desk.noted(viewer, task, "project.schedule.blockedLine", Map.of("reason", reason.strip()));
    }

    public PlanChange unblock(Viewer viewer, String key, int number) {
        return change(viewer, key, number, "project.schedule.unblocked", (task, local) -> {
            task.unblock();
            endBlock(task);
        });
    }

    public PlanChange cancel(Viewer viewer, String key, int number) {
        return planChange(viewer, key, number, "project.schedule.cancelled", (task, local) -> {
            task.cancel();
            endBlock(task);
        });
    }

    public PlanChange restore(Viewer viewer, String key, int number) {
        return planChange(viewer, key, number, "project.schedule.uncancelled", (task, local) -> task.restore());
    }

    private void endBlockOfDone(Task task) {
        if (!task.isBlocked()) {
            endBlock(task);
        }
    }

    private void endBlock(Task task) {
        blocks.findByTaskIdAndUntilIsNull(task.requireId()).ifPresent(block -> {
            block.end(clock.instant());
            blocks.save(block);
        });
    }

    private PlanChange change(
            Viewer viewer, String key, int number, String verb, BiConsumer<Task, LocalDateTime> deed) {
        refuseInDrafts();
        return apply(viewer, projects.requirePlan(viewer, key).toContribute(), number, verb, deed);
    }

    /** What has happened has happened in the live plan. */
    private static void refuseInDrafts() {
        if (OpenDraft.current().isPresent()) {
            throw new RuleViolation("project.draft.noProgress");
        }
    }

    private PlanChange planChange(
            Viewer viewer, String key, int number, String verb, BiConsumer<Task, LocalDateTime> deed) {
        return apply(viewer, projects.requirePlan(viewer, key).toManage(), number, verb, deed);
    }

    private PlanChange apply(
            Viewer viewer, ProjectAccess project, int number, String verb, BiConsumer<Task, LocalDateTime> deed) {
        var task = desk.load(project, number);
        deed.accept(task, desk.local(project));
        return desk.done(viewer, task, verb);
    }
}
