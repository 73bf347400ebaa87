package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mpxj.DayType;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Resource;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.CpmException;
import org.mpxj.cpm.MicrosoftScheduler;

/** A network as a project file of the MPXJ library, scheduled by its MicrosoftScheduler: the peer we are measured by. */
final class PeerPlan {

    private final ProjectFile file = new ProjectFile();
    private final Map<Long, Task> tasks = new HashMap<>();
    private final LocalDateTime start;
    private final ProjectCalendar shifts;
    private final List<Resource> resources = new ArrayList<>();

    /** Tasks and resources work in the standard hours or in {@link RandomPlans#SHIFTS}. */
    static PeerPlan of(Network network, LocalDateTime start) {
        var plan = new PeerPlan(start);
        var table = network.tasks;
        for (int s = table.size - 1; s >= 0; s--) {
            if (network.tree.isSummary(s)) {
                plan.add(network, s);
            }
        }
        for (int i = 0; i < table.size; i++) {
            if (!network.tree.isSummary(i)) {
                plan.add(network, i);
            }
        }
        network.links().forEach(plan::link);
        return plan;
    }

    private PeerPlan(LocalDateTime start) {
        this.start = start;
        file.setDefaultCalendar(file.addDefaultBaseCalendar());
        file.getProjectProperties().setStartDate(start);
        shifts = file.addCalendar();
        shifts.setName("Shifts");
        for (var day : DayOfWeek.values()) {
            boolean open = day != DayOfWeek.SUNDAY;
            shifts.setCalendarDayType(day, open ? DayType.WORKING : DayType.NON_WORKING);
            var hours = shifts.addCalendarHours(day);
            if (open) {
                hours.add(new LocalTimeRange(LocalTime.of(6, 0), LocalTime.of(14, 0)));
                hours.add(new LocalTimeRange(LocalTime.of(14, 30), LocalTime.of(22, 0)));
            }
        }
        for (var calendar : List.of(file.getDefaultCalendar(), shifts)) {
            var resource = file.addResource();
            resource.setType(ResourceType.WORK);
            resource.setCalendar(calendar);
            resources.add(resource);
        }
    }

    private void assign(Task task, TaskDraft.Assigned share) {
        var assignment = task.addResourceAssignment(resources.get(share.hours() == RandomPlans.SHIFTS ? 1 : 0));
        assignment.setUnits(100);
        assignment.setWork(minutes(share.minutes(), false));
        assignment.setActualWork(minutes(0, false));
        assignment.setRemainingWork(minutes(share.minutes(), false));
    }

    private void add(Network network, int i) {
        int above = network.tree.parent[i];
        var task = above == Hierarchy.TOP
                ? file.addTask()
                : tasks.get(network.tasks.id[above]).addTask();
        tasks.put(network.tasks.id[i], task);
        task.setName("T" + network.tasks.id[i]);
        task.setActive(true);
        task.setTaskMode(TaskMode.AUTO_SCHEDULED);
        if (network.tree.isSummary(i)) {
            task.setSummary(true);
            task.setConstraintType(org.mpxj.ConstraintType.AS_SOON_AS_POSSIBLE);
            return;
        }
        var draft = network.describe(network.tasks.id[i]);
        task.setMilestone(draft.duration == 0);
        var duration = minutes(draft.duration, draft.elapsed);
        task.setDuration(duration);
        var remaining = draft.actualFinish != null ? 0 : draft.remaining == null ? draft.duration : draft.remaining;
        task.setRemainingDuration(minutes(remaining, draft.elapsed));
        task.setActualDuration(minutes(draft.duration - remaining, draft.elapsed));
        task.setActualStart(draft.actualStart);
        task.setActualFinish(draft.actualFinish);
        task.setDeadline(draft.deadline);
        task.setConstraintType(constraint(draft.constraint));
        task.setConstraintDate(draft.constraintDate);
        if (draft.hours == RandomPlans.SHIFTS) {
            task.setCalendar(shifts);
        }
        task.setType(TaskType.FIXED_UNITS);
        draft.assigned.forEach(share -> assign(task, share));
        if (draft.manualStart != null) {
            task.setTaskMode(TaskMode.MANUALLY_SCHEDULED);
            task.setStart(draft.manualStart);
            task.setFinish(draft.manualFinish);
        }
    }

    private void link(Link link) {
        var lag = link.lag();
        var amount =
                switch (lag.unit()) {
                    case WORKING -> minutes(lag.amount(), false);
                    case ELAPSED -> minutes(lag.amount(), true);
                    case PERCENT -> Duration.getInstance(lag.amount() / 100.0, TimeUnit.PERCENT);
                    case ELAPSED_PERCENT -> Duration.getInstance(lag.amount() / 100.0, TimeUnit.ELAPSED_PERCENT);
                };
        tasks.get(link.successor())
                .addPredecessor(new Relation.Builder()
                        .predecessorTask(tasks.get(link.predecessor()))
                        .type(type(link.type()))
                        .lag(amount));
    }

    void schedule() {
        try {
            new MicrosoftScheduler().schedule(file, start);
        } catch (CpmException e) {
            throw new IllegalStateException(e);
        }
    }

    Task task(long id) {
        return tasks.get(id);
    }

    /** Working minutes, as the peer computes them when asked. */
    long totalSlack(long id) {
        return Math.round(tasks.get(id)
                .getTotalSlack()
                .convertUnits(TimeUnit.MINUTES, file.getProjectProperties())
                .getDuration());
    }

    /** Everything that the peer computes only when asked. */
    int askForSlack() {
        int critical = 0;
        for (var task : file.getTasks()) {
            critical += task.getCritical() && task.getTotalSlack() != null ? 1 : 0;
        }
        return critical;
    }

    private static Duration minutes(long minutes, boolean elapsed) {
        return Duration.getInstance(minutes, elapsed ? TimeUnit.ELAPSED_MINUTES : TimeUnit.MINUTES);
    }

    private static RelationType type(DependencyType type) {
        return switch (type) {
            case FINISH_TO_START -> RelationType.FINISH_START;
            case START_TO_START -> RelationType.START_START;
            case FINISH_TO_FINISH -> RelationType.FINISH_FINISH;
            case START_TO_FINISH -> RelationType.START_FINISH;
        };
    }

    private static org.mpxj.@Nullable ConstraintType constraint(ConstraintType type) {
        return switch (type) {
            case ASAP -> org.mpxj.ConstraintType.AS_SOON_AS_POSSIBLE;
            case ALAP -> org.mpxj.ConstraintType.AS_LATE_AS_POSSIBLE;
            case SNET -> org.mpxj.ConstraintType.START_NO_EARLIER_THAN;
            case SNLT -> org.mpxj.ConstraintType.START_NO_LATER_THAN;
            case FNET -> org.mpxj.ConstraintType.FINISH_NO_EARLIER_THAN;
            case FNLT -> org.mpxj.ConstraintType.FINISH_NO_LATER_THAN;
            case MSO -> org.mpxj.ConstraintType.MUST_START_ON;
            case MFO -> org.mpxj.ConstraintType.MUST_FINISH_ON;
        };
    }
}
