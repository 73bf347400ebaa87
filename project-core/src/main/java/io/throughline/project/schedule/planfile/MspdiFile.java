package io.throughline.project.schedule.planfile;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mpxj.Availability;
import org.mpxj.DayType;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.Priority;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.Resource;
import org.mpxj.ResourceType;
import org.mpxj.ScheduleFrom;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TimeUnit;
import org.mpxj.TimephasedWork;
import org.mpxj.mspdi.MSPDIWriter;

/**
 * Writes a plan as Microsoft Project's XML (MSPDI). What {@link PlanFileReader} takes from a file it finds again in what
 * this writes of it.
 */
public final class MspdiFile {

    private static final int WEEK = 5;
    private static final long LAST = 15;
    private static final LocalDateTime FIRST = LocalDateTime.of(1984, 1, 1, 0, 0);
    private static final LocalDateTime LAST_DAY = LocalDateTime.of(2049, 12, 31, 23, 59);

    private final PlanFile plan;
    private final ProjectFile file = new ProjectFile();
    private final Map<String, ProjectCalendar> calendars = new HashMap<>();
    private final Map<Integer, Task> tasks = new HashMap<>();
    private final Map<Integer, Resource> resources = new HashMap<>();

    private MspdiFile(PlanFile plan) {
        this.plan = plan;
    }

    public static void write(PlanFile plan, OutputStream out) throws IOException {
        var writer = new MSPDIWriter();
        writer.setWriteTimephasedData(true);
        writer.write(new MspdiFile(plan).file(), out);
    }

    private ProjectFile file() {
        calendars();
        header();
        plan.tasks().forEach(this::task);
        plan.links().forEach(this::link);
        plan.resources().forEach(this::resource);
        plan.assignments().forEach(this::assignment);
        plan.tasks().stream().filter(task -> task.timing().gapMinutes() > 0).forEach(this::split);
        plan.baselines().forEach(this::baseline);
        return file;
    }

    private void header() {
        var header = file.getProjectProperties();
        header.setProjectTitle(plan.title());
        header.setName(plan.title());
        header.setMinutesPerDay(plan.minutesPerDay());
        header.setMinutesPerWeek(WEEK * plan.minutesPerDay());
        header.setStartDate(plan.start());
        header.setFinishDate(plan.finish());
        header.setStatusDate(plan.statusDate());
        header.setHonorConstraints(plan.honorsConstraints());
        header.setScheduleFrom(plan.counting().fromFinish() ? ScheduleFrom.FINISH : ScheduleFrom.START);
        header.setCriticalSlackLimit(MspdiTerms.days(plan.counting().criticalSlackMinutes()));
        header.setMultipleCriticalPaths(plan.counting().multipleCriticalPaths());
    }

    private void calendars() {
        for (var one : plan.calendars()) {
            var calendar = file.addCalendar();
            calendar.setName(one.name());
            for (var day : DayOfWeek.values()) {
                week(calendar, day, one.week().getOrDefault(day, List.of()));
            }
            for (var exception : one.exceptions()) {
                var special = calendar.addCalendarException(exception.from(), exception.to());
                special.setName(exception.name());
                exception.periods().forEach(period -> special.add(range(period)));
            }
            calendars.put(one.name(), calendar);
        }
        var own = plan.calendarName() == null ? null : calendars.get(plan.calendarName());
        file.setDefaultCalendar(own == null ? file.addDefaultBaseCalendar() : own);
    }

    private static void week(ProjectCalendar calendar, DayOfWeek day, List<PlanFileCalendar.Period> periods) {
        calendar.setCalendarDayType(day, periods.isEmpty() ? DayType.NON_WORKING : DayType.WORKING);
        var hours = calendar.addCalendarHours(day);
        periods.forEach(period -> hours.add(range(period)));
    }

    private static LocalTimeRange range(PlanFileCalendar.Period period) {
        return new LocalTimeRange(time(period.from()), time(period.to()));
    }

    private static LocalTime time(int minute) {
        return minute == 1440 ? LocalTime.MIDNIGHT : LocalTime.of(minute / 60, minute % 60);
    }

    private void task(PlanFileTask one) {
        var above = one.parentUid() == null ? null : tasks.get(one.parentUid());
        var task = above == null ? file.addTask() : above.addTask();
        tasks.put(one.uid(), task);
        task.setUniqueID(one.uid());
        task.setID(one.row());
        task.setWBS(one.wbs());
        task.setName(one.name());
        task.setNotes(one.notes());
        task.setTaskMode(one.manual() ? TaskMode.MANUALLY_SCHEDULED : TaskMode.AUTO_SCHEDULED);
        task.setActive(one.active());
        task.setMilestone(one.milestone());
        task.setSummary(one.summary());
        task.setPriority(Priority.getInstance(one.priority()));
        task.setStart(one.start());
        task.setFinish(one.finish());
        task.setBaselineStart(one.baselineStart());
        task.setBaselineFinish(one.baselineFinish());
        task.setDeadline(one.deadline());
        task.setConstraintType(MspdiTerms.constraint(one.constraint()));
        task.setConstraintDate(one.constraintDate());
        if (one.calendarName() != null) {
            task.setCalendar(calendars.get(one.calendarName()));
        }
        amounts(task, one);
    }

    private void baseline(PlanFileBaseline one) {
        for (var line : one.lines()) {
            var task = tasks.get(line.uid());
            if (task != null) {
                task.setBaselineStart(one.number(), line.start());
                task.setBaselineFinish(one.number(), line.finish());
            }
        }
    }

    private static void amounts(Task task, PlanFileTask one) {
        var timing = one.timing();
        task.setType(MspdiTerms.type(timing.effortType()));
        task.setEffortDriven(timing.effortDriven());
        task.setIgnoreResourceCalendar(timing.ignoresResources());
        task.setLevelingDelay(Duration.getInstance(timing.levelingDelayMinutes(), TimeUnit.ELAPSED_MINUTES));
        task.setPercentageComplete(one.percentComplete());
        task.setActualStart(one.actualStart());
        task.setActualFinish(one.actualFinish());
        var minutes = one.durationMinutes();
        if (minutes == null) {
            return;
        }
        task.setDuration(MspdiTerms.duration(minutes, one.elapsed()));
        var said = timing.remainingMinutes();
        long remaining = one.actualFinish() != null ? 0 : said == null ? minutes : said;
        task.setRemainingDuration(MspdiTerms.duration(remaining, one.elapsed()));
        task.setActualDuration(MspdiTerms.duration(Math.max(0, minutes - remaining), one.elapsed()));
        if (one.actualStart() != null && one.actualFinish() == null) {
            task.setStop(timing.resume());
            task.setResume(timing.resume());
        }
    }

    private void link(PlanFileLink link) {
        var before = tasks.get(link.predecessor());
        var after = tasks.get(link.successor());
        if (before != null && after != null) {
            after.addPredecessor(new Relation.Builder()
                    .predecessorTask(before)
                    .type(MspdiTerms.relation(link.type()))
                    .lag(MspdiTerms.lag(link.lag())));
        }
    }

    private void resource(PlanFileResource one) {
        var resource = file.addResource();
        resources.put(one.uid(), resource);
        resource.setUniqueID(one.uid());
        resource.setName(one.name());
        resource.setEmailAddress(one.email());
        resource.setGroup(one.group());
        resource.setType(
                switch (one.type()) {
                    case WORK -> ResourceType.WORK;
                    case MATERIAL -> ResourceType.MATERIAL;
                    case COST -> ResourceType.COST;
                });
        if (one.materialLabel() != null) {
            resource.setUnitOfMeasure(file.getUnitsOfMeasure().getOrCreateByAbbreviation(one.materialLabel()));
        }
        if (one.type() == PlanFileResource.Type.WORK) {
            resource.getAvailability().add(new Availability(FIRST, LAST_DAY, one.maxUnits()));
            var base = one.calendarName() == null ? null : calendars.get(one.calendarName());
            if (base != null) {
                var own = file.addDefaultDerivedCalendar();
                own.setParent(base);
                own.setName(one.name());
                resource.setCalendar(own);
            }
        }
    }

    private void assignment(PlanFileAssignment one) {
        var task = tasks.get(one.task());
        var resource = resources.get(one.resource());
        if (task != null && resource != null) {
            var assignment = task.addResourceAssignment(resource);
            assignment.setUnits(one.units());
            assignment.setWork(MspdiTerms.hours(one.workMinutes()));
            double done = task.getPercentageComplete() == null
                    ? 0
                    : task.getPercentageComplete().doubleValue();
            long actual = Math.round(one.workMinutes() * done / 100);
            assignment.setActualWork(MspdiTerms.hours(actual));
            assignment.setRemainingWork(MspdiTerms.hours(one.workMinutes() - actual));
            assignment.setStart(task.getStart());
            assignment.setFinish(task.getFinish());
        }
    }

    /** Figures of the work say where a task rests: here before its last quarter of an hour. */
    private void split(PlanFileTask one) {
        var task = tasks.get(one.uid());
        var calendar = task == null ? null : task.getEffectiveCalendar();
        if (task == null || calendar == null || one.summary() || one.actualFinish() != null) {
            return;
        }
        var from = one.actualStart() == null ? one.start() : one.timing().resume();
        var minutes =
                one.actualStart() == null ? one.durationMinutes() : one.timing().remainingMinutes();
        if (from == null || one.finish() == null || minutes == null || minutes <= LAST) {
            return;
        }
        var rests = calendar.getDate(from, Duration.getInstance(minutes - LAST, TimeUnit.MINUTES));
        var goesOn = calendar.getDate(
                from, Duration.getInstance(minutes - LAST + one.timing().gapMinutes(), TimeUnit.MINUTES));
        var assignment = task.getResourceAssignments().isEmpty()
                ? task.addResourceAssignment((Resource) null)
                : task.getResourceAssignments().get(0);
        if (assignment.getWork() == null) {
            assignment.setWork(MspdiTerms.hours(minutes));
            assignment.setRemainingWork(MspdiTerms.hours(minutes));
            assignment.setActualWork(MspdiTerms.hours(0));
        }
        assignment.setStart(one.start());
        assignment.setFinish(one.finish());
        assignment.setTimephasedWork(List.of(
                work(from, rests, minutes - LAST), work(calendar.getNextWorkStart(goesOn), one.finish(), LAST)));
    }

    private static TimephasedWork work(LocalDateTime from, LocalDateTime to, long minutes) {
        var work = new TimephasedWork();
        work.setStart(from);
        work.setFinish(to);
        work.setTotalAmount(Duration.getInstance(minutes, TimeUnit.MINUTES));
        work.setAmountPerDay(Duration.getInstance(480, TimeUnit.MINUTES));
        return work;
    }
}
