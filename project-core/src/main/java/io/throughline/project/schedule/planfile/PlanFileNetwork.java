package io.throughline.project.schedule.planfile;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.NetworkBuilder;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.network.PlanFrame.Alap;
import io.throughline.project.schedule.network.TaskDraft;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan file as the scheduling engine's network, in the reading of the program that wrote it: its own choice whether
 * constraints are honored, as late as possible by total slack. Ids are the file's uids.
 *
 * <p>A task in progress has of its duration left what the file says, or else its percentage. Resources with hours of their
 * own make the task's dates, unless its duration is fixed or it ignores them.
 */
public final class PlanFileNetwork {

    /** Minutes of a task of which the file says neither duration nor dates. */
    private static final long DAY = 480;

    private final PlanFile plan;
    private final PlanFileHours calendars;
    private final WorkCalendar projectCalendar;
    private final LocalHours projectHours;
    private final Map<Integer, PlanFileResource> resources = new HashMap<>();
    private final Map<Integer, List<PlanFileAssignment>> assigned = new HashMap<>();

    private PlanFileNetwork(PlanFile plan) {
        this.plan = plan;
        this.calendars = new PlanFileHours(plan.calendars());
        this.projectCalendar = calendars.of(plan.calendarName());
        this.projectHours = projectCalendar.local();
        plan.resources().forEach(resource -> resources.put(resource.uid(), resource));
        plan.assignments().forEach(one -> assigned.computeIfAbsent(one.task(), key -> new ArrayList<>())
                .add(one));
    }

    /**
     * @throws io.throughline.project.schedule.network.InvalidNetworkException as {@link NetworkBuilder#build}
     * @throws IllegalArgumentException for a file without any date
     */
    public static Network of(PlanFile plan) {
        return new PlanFileNetwork(plan).network();
    }

    private Network network() {
        var builder = Network.in(frame());
        plan.tasks().forEach(task -> describe(builder.task(task.uid()), task));
        plan.links()
                .forEach(link -> builder.link(
                        link.predecessor(),
                        link.successor(),
                        DependencyType.valueOf(link.type().name()),
                        lag(link)));
        return builder.build();
    }

    private PlanFrame frame() {
        var counting = plan.counting();
        var finish = plan.finish();
        var frame = counting.fromFinish() && finish != null
                ? PlanFrame.finishingAt(finish, projectHours)
                : PlanFrame.startingAt(start(), projectHours);
        return frame.honoringConstraints(plan.honorsConstraints())
                .withAlap(Alap.TOTAL_SLACK)
                .withCriticalSlack(counting.criticalSlackMinutes())
                .withMultipleCriticalPaths(counting.multipleCriticalPaths());
    }

    private LocalDateTime start() {
        var start = plan.start();
        if (start != null) {
            return start;
        }
        return plan.tasks().stream()
                .map(PlanFileTask::start)
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("a plan without any date"));
    }

    private static Lag lag(PlanFileLink link) {
        var unit = Lag.Unit.valueOf(link.lag().unit().name());
        boolean percent = unit == Lag.Unit.PERCENT || unit == Lag.Unit.ELAPSED_PERCENT;
        return new Lag(unit, Math.round(link.lag().amount() * (percent ? 100 : 1)));
    }

    private void describe(TaskDraft draft, PlanFileTask task) {
        if (task.parentUid() != null) {
            draft.parent(task.parentUid());
        }
        draft.inactive(!task.active()).deadline(task.deadline());
        var constraint = ConstraintType.valueOf(task.constraint().name());
        boolean dated = !constraint.needsDate() || task.constraintDate() != null;
        draft.constraint(dated ? constraint : ConstraintType.ASAP, task.constraintDate());
        if (task.manual()
                && task.start() != null
                && task.finish() != null
                && !task.finish().isBefore(task.start())) {
            draft.manual(task.start(), task.finish());
        }
        if (task.summary()) {
            return;
        }
        var calendar = calendar(task.calendarName());
        var hours = calendar.local();
        draft.hours(hours);
        long minutes = minutes(task, hours);
        if (task.elapsed()) {
            draft.elapsedDuration(minutes);
        } else {
            draft.duration(minutes);
            resources(draft, task, calendar, hours);
        }
        draft.gaps(task.timing().gapMinutes()).levelingDelay(task.timing().levelingDelayMinutes());
        progress(draft, task, minutes);
    }

    private static void progress(TaskDraft draft, PlanFileTask task, long minutes) {
        var start = task.actualStart();
        var finish = task.actualFinish();
        draft.actualStart(start).actualFinish(finish);
        var remaining = task.timing().remainingMinutes();
        draft.remaining(remaining != null ? remaining : Math.round(minutes * (100 - task.percentComplete()) / 100));
        draft.resume(task.timing().resume());
    }

    private static long minutes(PlanFileTask task, LocalHours hours) {
        var minutes = task.durationMinutes();
        if (minutes != null) {
            return Math.max(0, minutes);
        }
        if (task.milestone()) {
            return 0;
        }
        return task.start() != null && task.finish() != null && task.finish().isAfter(task.start())
                ? hours.between(second(task.start()), second(task.finish())) / 60
                : DAY;
    }

    /** Only where one of them works other hours than the task. */
    private void resources(TaskDraft draft, PlanFileTask task, WorkCalendar calendar, LocalHours hours) {
        var workers = assigned.getOrDefault(task.uid(), List.of()).stream()
                .filter(one -> one.workMinutes() > 0 && one.units() > 0 && isWork(one))
                .toList();
        if (task.timing().ownHours()
                || workers.stream().allMatch(one -> calendar(one) == calendar || calendar(one) == projectCalendar)) {
            return;
        }
        for (var one : workers) {
            var own = calendar(one);
            var common = task.calendarName() == null || own == calendar ? own : common(own, calendar);
            draft.assigned(
                    common == calendar ? hours : common.local(), Math.round(one.workMinutes() * 100 / one.units()));
        }
    }

    /** Where they have none in common, the task's hours count. */
    private static WorkCalendar common(WorkCalendar own, WorkCalendar task) {
        var both = own.intersect(task);
        return both.isEverOpen() ? both : task;
    }

    private boolean isWork(PlanFileAssignment one) {
        var resource = resources.get(one.resource());
        return resource != null && resource.type() == PlanFileResource.Type.WORK;
    }

    private WorkCalendar calendar(PlanFileAssignment one) {
        var resource = resources.get(one.resource());
        return calendar(resource == null ? null : resource.calendarName());
    }

    private WorkCalendar calendar(@Nullable String name) {
        var found = calendars.find(name);
        return found == null ? projectCalendar : found;
    }

    private static long second(@Nullable LocalDateTime time) {
        return time == null ? 0 : time.toEpochSecond(ZoneOffset.UTC);
    }
}
