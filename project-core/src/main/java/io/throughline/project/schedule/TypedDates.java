package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectAccess;
import java.time.LocalDateTime;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What it means that a person typed a date (scheduling rules, mode): the start of an automatic task becomes "start no
 * earlier than", the finish its duration, or "finish no earlier than" where no start is known; a manual task lies where it
 * was put. The start of a task that has begun is what happened, so typing it corrects that; one that is done lies where it
 * lay, however long it is said to have lasted (rule 3).
 */
@Component
@RequiredArgsConstructor
class TypedDates {

    private final PlanCalendars calendars;
    private final TaskDesk desk;

    void begin(ProjectAccess project, Task task, AddTask typed) {
        begin(calendars.of(project), task, typed);
    }

    void begin(PlanHours hours, Task task, AddTask typed) {
        boolean measured = typed.plannedStart() != null && typed.plannedFinish() != null;
        var minutes = typed.durationMinutes() == null && !measured
                ? Long.valueOf(PlanHours.DAY_MINUTES)
                : typed.durationMinutes();
        task.plan(typed.plannedStart(), typed.plannedFinish(), minutes, hours);
        if (typed.mode() != null) {
            task.schedule(typed.mode());
        }
        if (typed.constraintType() != null) {
            task.constrain(typed.constraintType(), typed.constraintDate());
        } else if (task.getMode() == ScheduleMode.MANUAL) {
            return;
        } else if (task.isMilestone() && task.getPlannedStart() != null) {
            task.pin(task.getPlannedStart());
        } else if (typed.plannedStart() != null) {
            task.pin(typed.plannedStart());
        } else if (typed.plannedFinish() != null) {
            task.constrain(ConstraintType.FNET, typed.plannedFinish());
        }
    }

    /** Takes over all that was typed; that who is responsible is of the team is the caller's to see. */
    void rewrite(ProjectAccess project, Task task, EditTask typed) {
        task.rename(typed.name());
        task.describe(typed.description());
        task.assign(typed.assigneeId());
        if (!task.isSummary()) {
            task.estimate(typed.effortMinutes());
        }
        if (!task.isSummary() && !task.isMilestone()) {
            task.estimateDuration(ThreePointEstimate.of(
                    typed.optimisticMinutes(), typed.likelyMinutes(), typed.pessimisticMinutes()));
        }
        task.prioritise(typed.priority());
        change(project, task, typed);
        task.limit(typed.deadline());
        if (typed.shared() != null) {
            task.share(typed.shared());
        }
    }

    private void change(ProjectAccess project, Task task, EditTask typed) {
        if (typed.mode() != null) {
            task.schedule(typed.mode());
        }
        boolean constrained = task.getConstraintType() != typed.constraintType()
                || !Objects.equals(task.getConstraintDate(), typed.constraintDate());
        var start = task.getPlannedStart();
        if (!task.isSummary() && isMoved(task, typed)) {
            move(project, task, typed);
        }
        if (constrained) {
            task.constrain(typed.constraintType(), typed.constraintDate());
        } else if (!task.isSummary()) {
            pin(project, task, start);
        }
    }

    private static boolean isMoved(Task task, EditTask typed) {
        return !Objects.equals(task.getPlannedStart(), typed.plannedStart())
                || !Objects.equals(task.getPlannedFinish(), typed.plannedFinish())
                || !Objects.equals(task.getDurationMinutes(), typed.durationMinutes());
    }

    private void move(ProjectAccess project, Task task, EditTask typed) {
        boolean finishTyped = !Objects.equals(task.getPlannedFinish(), typed.plannedFinish());
        boolean startTyped = !Objects.equals(task.getPlannedStart(), typed.plannedStart());
        if (task.getStatus() == TaskStatus.DONE && (startTyped || finishTyped)) {
            throw new RuleViolation("project.schedule.doneLies").at(startTyped ? "plannedStart" : "plannedFinish");
        }
        var hours = calendars.of(project);
        if (task.getStatus() == TaskStatus.DONE) {
            task.last(minutes(task, typed, hours));
            return;
        }
        if (task.isMilestone()) {
            task.plan(null, finishTyped ? typed.plannedFinish() : typed.plannedStart(), null, hours);
        } else {
            boolean measured = finishTyped && typed.plannedFinish() != null;
            task.plan(
                    typed.plannedStart(),
                    measured ? typed.plannedFinish() : null,
                    measured ? null : minutes(task, typed, hours),
                    hours);
        }
    }

    private static Long minutes(Task task, EditTask typed, PlanHours hours) {
        if (typed.durationMinutes() != null) {
            return typed.durationMinutes();
        }
        var start = task.getPlannedStart();
        var finish = task.getPlannedFinish();
        return start == null || finish == null || task.getDurationMinutes() != null
                ? PlanHours.DAY_MINUTES
                : hours.between(start, finish);
    }

    private void pin(ProjectAccess project, Task task, @Nullable LocalDateTime before) {
        var start = task.getPlannedStart();
        if (Objects.equals(start, before) || task.getMode() == ScheduleMode.MANUAL) {
            return;
        }
        if (start == null && task.getPlannedFinish() != null) {
            task.constrain(ConstraintType.FNET, task.getPlannedFinish());
        } else if (start == null) {
            task.unpin();
        } else if (task.getState().getActualStart() == null) {
            task.pin(start);
        } else {
            task.began(start, desk.local(project));
        }
    }
}
