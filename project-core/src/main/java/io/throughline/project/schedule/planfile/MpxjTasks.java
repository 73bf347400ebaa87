package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileTask.ConstraintType;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.TaskMode;

/** The task tree of a file, in outline order. */
final class MpxjTasks {
    private final ProjectFile file;
    private final ReportBuilder report;
    private final Map<Task, Integer> uids = new IdentityHashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private final List<PlanFileTask> rows = new ArrayList<>();
    private int nextUid = 1_000_000_000;

    MpxjTasks(ProjectFile file, ReportBuilder report) {
        this.file = file;
        this.report = report;
    }

    /** The number under which a task was taken over, null for one that was not. */
    @Nullable
    Integer uidOf(@Nullable Task task) {
        return task == null ? null : uids.get(task);
    }

    List<PlanFileTask> read() {
        var open = new ArrayDeque<Visit>();
        push(open, file.getChildTasks(), null, 1);
        while (!open.isEmpty()) {
            var visit = open.pop();
            var task = visit.task;
            if (uids.containsKey(task)) {
                continue;
            }
            if (isProjectItself(task)) {
                push(open, task.getChildTasks(), null, 1);
            } else if (isTaken(task)) {
                var row = row(task, visit.parent, visit.level);
                rows.add(row);
                push(open, task.getChildTasks(), row.uid(), visit.level + 1);
            }
        }
        return rows;
    }

    private record Visit(Task task, @Nullable Integer parent, int level) {}

    private static void push(ArrayDeque<Visit> open, List<Task> children, @Nullable Integer parent, int level) {
        for (int i = children.size() - 1; i >= 0; i--) {
            open.push(new Visit(children.get(i), parent, level));
        }
    }

    private static boolean isProjectItself(Task task) {
        var uid = task.getUniqueID();
        var level = task.getOutlineLevel();
        return uid != null && uid == 0 || level != null && level == 0 && task.hasChildTasks();
    }

    private boolean isTaken(Task task) {
        if (task.getExternalTask()) {
            report.left("externalTasks", task.getName());
            return false;
        }
        boolean blank = task.getNull() || task.getName() == null && task.getStart() == null;
        return !blank || task.hasChildTasks();
    }

    private PlanFileTask row(Task task, @Nullable Integer parent, int level) {
        int uid = claim(task);
        int number = task.getID() == null ? rows.size() + 1 : task.getID();
        var name = PlanText.line(task.getName(), PlanText.NAME);
        if (name == null) {
            report.value(number, null, "noName", null);
            name = "#" + number;
        }
        var duration = task.getDuration();
        var constraint = constraint(task);
        var start = date(task.getStart(), number);
        var begun = begun(task);
        return new PlanFileTask(
                uid,
                number,
                parent,
                level,
                PlanText.line(task.getWBS(), 100),
                name,
                start,
                finish(start, date(task.getFinish(), number), number),
                duration == null ? null : Math.max(0, MpxjPlan.minutes(file, duration)),
                duration != null && duration.getUnits().isElapsed(),
                task.getMilestone(),
                task.getSummary() || task.hasChildTasks(),
                task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED,
                task.getActive(),
                percent(task.getPercentageComplete()),
                begun,
                done(task, begun),
                MpxjPlan.sane(task.getBaselineStart()),
                MpxjPlan.sane(task.getBaselineFinish()),
                constraint,
                constraint == ConstraintType.ASAP || constraint == ConstraintType.ALAP
                        ? null
                        : MpxjPlan.sane(task.getConstraintDate()),
                MpxjPlan.sane(task.getDeadline()),
                priority(task),
                task.getCalendarUniqueID() == null ? null : MpxjPlan.calendarName(task.getCalendar()),
                PlanText.text(task.getNotes(), PlanText.NOTES),
                new MpxjTiming(file, task).read());
    }

    /** What is reported without a date began and ended as planned. */
    private static @Nullable LocalDateTime begun(Task task) {
        var actual = MpxjPlan.sane(task.getActualStart());
        boolean reported = actual == null && percent(task.getPercentageComplete()) > 0 && !task.hasChildTasks();
        return reported ? MpxjPlan.sane(task.getStart()) : actual;
    }

    private static @Nullable LocalDateTime done(Task task, @Nullable LocalDateTime begun) {
        var actual = MpxjPlan.sane(task.getActualFinish());
        boolean reported = actual == null && percent(task.getPercentageComplete()) >= 100 && !task.hasChildTasks();
        var finish = reported ? MpxjPlan.sane(task.getFinish()) : actual;
        return finish != null && begun != null && finish.isBefore(begun) ? begun : finish;
    }

    private int claim(Task task) {
        int uid = task.getUniqueID() == null ? nextUid++ : task.getUniqueID();
        while (!used.add(uid)) {
            uid = nextUid++;
        }
        uids.put(task, uid);
        return uid;
    }

    private @Nullable LocalDateTime date(@Nullable LocalDateTime time, int row) {
        var kept = MpxjPlan.sane(time);
        if (time != null && kept == null) {
            report.value(row, null, "dateOutOfRange", time.toLocalDate().toString());
        }
        return kept;
    }

    private @Nullable LocalDateTime finish(@Nullable LocalDateTime start, @Nullable LocalDateTime finish, int row) {
        if (start != null && finish != null && finish.isBefore(start)) {
            report.value(row, null, "finishBeforeStart", finish.toString());
            return null;
        }
        return finish;
    }

    private static ConstraintType constraint(Task task) {
        var type = task.getConstraintType();
        if (type == null || MpxjPlan.sane(task.getConstraintDate()) == null) {
            return type == org.mpxj.ConstraintType.AS_LATE_AS_POSSIBLE ? ConstraintType.ALAP : ConstraintType.ASAP;
        }
        return switch (type) {
            case AS_LATE_AS_POSSIBLE -> ConstraintType.ALAP;
            case MUST_START_ON, START_ON -> ConstraintType.MSO;
            case MUST_FINISH_ON, FINISH_ON -> ConstraintType.MFO;
            case START_NO_EARLIER_THAN -> ConstraintType.SNET;
            case START_NO_LATER_THAN -> ConstraintType.SNLT;
            case FINISH_NO_EARLIER_THAN -> ConstraintType.FNET;
            case FINISH_NO_LATER_THAN -> ConstraintType.FNLT;
            default -> ConstraintType.ASAP;
        };
    }

    private static double percent(@Nullable Number share) {
        double value = share == null ? 0 : share.doubleValue();
        return Double.isFinite(value) ? Math.max(0, Math.min(100, value)) : 0;
    }

    private static int priority(Task task) {
        var priority = task.getPriority();
        return priority == null ? 500 : Math.max(0, Math.min(1000, priority.getValue()));
    }
}
