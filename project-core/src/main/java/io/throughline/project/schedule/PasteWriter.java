package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.PasteCheck.Checked;
import io.throughline.project.schedule.PastedSheet.Fault;
import io.throughline.project.schedule.planfile.Column;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a block that was read without fault into the plan: all rows, all links, then one computation. */
@Component
@RequiredArgsConstructor
class PasteWriter {

    private final TaskRepository tasks;
    private final TaskDependencyRepository dependencies;
    private final PlanCalendars calendars;
    private final TypedDates dates;
    private final TaskDesk desk;
    private final Clock clock;

    /** @return empty where a row broke a rule; its draft says so, and the transaction must not be kept */
    Optional<PlanChange> write(Viewer viewer, ProjectAccess project, Checked checked) {
        var drafts = checked.drafts();
        var fresh = checked.over() ? List.<Task>of() : plant(project, checked);
        var changed = checked.over() ? rewrite(project, drafts) : List.<Task>of();
        if (checked.isFaulty()) {
            return Optional.empty();
        }
        var ids = ids(project, drafts, fresh);
        unlink(project, changed, drafts);
        for (var draft : drafts) {
            for (var typed : draft.links) {
                var link = new TaskDependency(project.id().value(), id(ids, typed.predecessor()), id(ids, draft.key()));
                link.drive(typed.type(), typed.lag(), typed.unit());
                dependencies.save(link);
            }
        }
        var verb = checked.over() ? "project.schedule.pastedOver" : "project.schedule.pasted";
        return Optional.of(desk.written(viewer, project, fresh, changed, verb));
    }

    private List<Task> plant(ProjectAccess project, Checked checked) {
        var drafts = checked.drafts();
        var beside =
                checked.at() == null ? null : desk.load(project, checked.at().number());
        var parent = beside == null ? null : beside.getParentId();
        var siblings = tasks.siblings(project.id().value(), parent);
        var before = beside != null ? beside : siblings.isEmpty() ? null : siblings.get(siblings.size() - 1);
        var top = drafts.stream().filter(draft -> draft.above < 0).count();
        var places = Positions.after(siblings, before, (int) top);
        int number = desk.numbers(project.id().value(), drafts.size());
        var hours = calendars.of(project);
        var fresh = new ArrayList<Task>(drafts.size());
        int next = 0;
        for (var draft : drafts) {
            var above = draft.above < 0 ? null : fresh.get(draft.above);
            long place = above == null ? places[next++] : (draft.index + 1) * TaskDesk.GAP;
            var kind = draft.milestone ? TaskKind.MILESTONE : TaskKind.TASK;
            var task = new Task(
                    project.id(),
                    number + draft.index,
                    kind,
                    draft.name,
                    above == null ? parent : above.getId(),
                    place);
            fill(project, task, draft, hours);
            fresh.add(tasks.save(task));
        }
        return fresh;
    }

    private void fill(ProjectAccess project, Task task, PasteDraft draft, PlanHours hours) {
        task.describe(draft.notes);
        task.assign(draft.assignee);
        task.prioritise(draft.priority == null ? Task.USUAL_PRIORITY : draft.priority);
        task.limit(draft.deadline);
        task.share(task.isMilestone());
        if (draft.mode != null) {
            task.schedule(draft.mode);
        }
        if (!draft.summary) {
            attempt(draft, Column.START, () -> begin(project, task, draft, hours));
        }
        var constraint = draft.constraint;
        if (constraint != null) {
            attempt(draft, Column.CONSTRAINT, () -> task.constrain(constraint, draft.constraintDate));
        }
        if (draft.summary) {
            task.becomeSummary();
        }
    }

    private void begin(ProjectAccess project, Task task, PasteDraft draft, PlanHours hours) {
        var typed = new AddTask(
                draft.name,
                null,
                null,
                null,
                null,
                draft.start,
                draft.minutes == null || draft.start == null ? draft.finish : null,
                draft.minutes,
                null,
                null,
                null);
        count(task, draft);
        dates.begin(hours, task, typed);
        task.estimate(draft.effort);
        if (!task.isMilestone()) {
            task.estimateDuration(estimate(task, draft));
        }
        if (draft.percent != null && draft.percent > 0) {
            report(desk.local(project), task, draft);
        }
    }

    /** How its duration is counted, where the row says something about it. */
    private static void count(Task task, PasteDraft draft) {
        if (!task.isMilestone() && (draft.minutes != null || draft.effortType != null)) {
            var rule = task.getWorkRule();
            task.count(
                    task.getTiming().getCalendarId(),
                    draft.minutes == null ? task.isDurationElapsed() : draft.elapsed,
                    draft.effortType == null ? rule : rule.of(draft.effortType));
        }
    }

    /** Work that was begun by then began when the sheet says. */
    private void report(LocalDateTime local, Task task, PasteDraft draft) {
        attempt(draft, Column.PERCENT, () -> {
            var percent = Objects.requireNonNull(draft.percent);
            boolean ended = percent == 100 && draft.finish != null && !draft.finish.isAfter(local);
            if (ended) {
                task.complete(Objects.requireNonNull(draft.finish), local, clock.instant());
            } else {
                task.progress(percent, local, clock.instant());
            }
            if (draft.start != null && !draft.start.isAfter(local) && !task.isMilestone()) {
                task.began(draft.start, local);
            }
        });
    }

    private List<Task> rewrite(ProjectAccess project, List<PasteDraft> drafts) {
        desk.open(project);
        var numbers = drafts.stream().map(PasteDraft::key).toList();
        var known = tasks.findByProjectIdAndNumberIn(project.id().value(), numbers).stream()
                .collect(Collectors.toMap(Task::getNumber, Function.identity()));
        var changed = new ArrayList<Task>();
        for (var draft : drafts) {
            var task = Objects.requireNonNull(known.get(draft.key()));
            attempt(draft, null, () -> rewrite(project, task, draft));
            changed.add(tasks.save(task));
        }
        return changed;
    }

    private void rewrite(ProjectAccess project, Task task, PasteDraft draft) {
        if (draft.minutes != null && !task.isSummary()) {
            task.turn(draft.minutes == 0 ? TaskKind.MILESTONE : TaskKind.TASK);
        }
        if (!task.isSummary()) {
            count(task, draft);
        }
        dates.rewrite(project, task, edit(task, draft));
        if (draft.percent != null && draft.percent != task.getState().getPercentComplete() && !task.isSummary()) {
            attempt(
                    draft,
                    Column.PERCENT,
                    () -> task.progress(Objects.requireNonNull(draft.percent), desk.local(project), clock.instant()));
        }
    }

    private static EditTask edit(Task task, PasteDraft draft) {
        boolean dated = !task.isSummary();
        var estimate = estimate(task, draft);
        return new EditTask(
                null,
                or(draft.name.isEmpty() ? null : draft.name, task.getName()),
                draft.notes == null ? task.getDescription() : draft.notes,
                draft.assignee == null ? task.getAssigneeId() : draft.assignee,
                dated && draft.start != null ? draft.start : task.getPlannedStart(),
                dated && draft.finish != null ? draft.finish : task.getPlannedFinish(),
                dated && draft.minutes != null ? draft.minutes : task.getDurationMinutes(),
                draft.effort == null ? task.getEffortMinutes() : draft.effort,
                or(draft.priority, task.getPriority()),
                or(draft.constraint, task.getConstraintType()),
                draft.constraint == null ? task.getConstraintDate() : draft.constraintDate,
                draft.deadline == null ? task.getDeadline() : draft.deadline,
                null,
                draft.mode,
                estimate == null ? null : estimate.optimisticMinutes(),
                estimate == null ? null : estimate.likelyMinutes(),
                estimate == null ? null : estimate.pessimisticMinutes());
    }

    /** As pasted, in the kind of time of its duration; else as it is. */
    private static @Nullable ThreePointEstimate estimate(Task task, PasteDraft draft) {
        var estimate = new AtomicReference<@Nullable ThreePointEstimate>(task.getDurationEstimate());
        if (!draft.estimate.isEmpty()) {
            attempt(
                    draft,
                    Column.ESTIMATE,
                    () -> estimate.set(ThreePointEstimate.of(draft.estimate, task.isDurationElapsed())));
        }
        return estimate.get();
    }

    private static <T> T or(@Nullable T typed, T known) {
        return typed == null ? known : typed;
    }

    /** Rows with predecessors get exactly these. */
    private void unlink(ProjectAccess project, List<Task> changed, List<PasteDraft> drafts) {
        var relinked = drafts.stream()
                .filter(draft -> draft.target != null && draft.has(Column.PREDECESSORS))
                .map(PasteDraft::key)
                .collect(Collectors.toSet());
        var ids = changed.stream()
                .filter(task -> relinked.contains(task.getNumber()))
                .map(Task::requireId)
                .toList();
        if (!ids.isEmpty()) {
            dependencies.findBySuccessorIdIn(ids).forEach(dependencies::delete);
            dependencies.flush();
        }
    }

    private Map<Integer, Long> ids(ProjectAccess project, List<PasteDraft> drafts, List<Task> fresh) {
        var ids = new HashMap<Integer, Long>();
        for (int i = 0; i < fresh.size(); i++) {
            ids.put(drafts.get(i).key(), fresh.get(i).requireId());
        }
        Collection<Integer> named = drafts.stream()
                .flatMap(draft -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(draft.key()),
                        draft.links.stream().map(PasteDraft.Link::predecessor)))
                .filter(key -> key > 0)
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            tasks.findByProjectIdAndNumberIn(project.id().value(), named)
                    .forEach(task -> ids.put(task.getNumber(), task.requireId()));
        }
        return ids;
    }

    private static long id(Map<Integer, Long> ids, int key) {
        return Objects.requireNonNull(ids.get(key));
    }

    private static void attempt(PasteDraft draft, @Nullable Column column, Runnable write) {
        try {
            write.run();
        } catch (RuleViolation refused) {
            if (column == null || !draft.has(column)) {
                draft.fault = Fault.of(refused.key(), refused.args());
            } else {
                draft.refuse(column, refused.key(), refused.args());
            }
        }
    }
}
