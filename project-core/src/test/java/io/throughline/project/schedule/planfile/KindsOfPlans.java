package io.throughline.project.schedule.planfile;

import static io.throughline.project.schedule.planfile.PlanFiles.at;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mpxj.Availability;
import org.mpxj.ConstraintType;
import org.mpxj.DayType;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Resource;
import org.mpxj.ResourceType;
import org.mpxj.ScheduleFrom;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;
import org.mpxj.TimephasedWork;

/** Small plans, each with one thing that planning programs do and simple plans do not. */
public final class KindsOfPlans {

    private final ProjectFile file = new ProjectFile();

    private KindsOfPlans() {
        file.getProjectProperties().setStartDate(at(3, 2, 8));
        file.setDefaultCalendar(file.addDefaultBaseCalendar());
    }

    /** By name, all Monday to Friday 08–12 and 13–17 from Monday 2026-03-02 where nothing else is said. */
    public static Map<String, ProjectFile> all() {
        var all = new LinkedHashMap<String, ProjectFile>();
        all.put("progressed", progressed());
        all.put("split", split());
        all.put("leveled", leveled());
        all.put("mornings only", mornings());
        all.put("away on the last day", awayOnTheLastDay());
        all.put("fixed duration", fixedDuration());
        all.put("task calendar", taskCalendar());
        all.put("from the finish", fromFinish());
        all.put("by hand", byHand());
        all.put("elapsed", elapsed());
        all.put("percent lags", percentLags());
        all.put("deadlines", deadlines());
        all.put("switched off", switchedOff());
        all.put("late start of the day", lateStart());
        return all;
    }

    /** Two days of four are done, the rest waits till the next Monday; what was behind it follows. */
    private static ProjectFile progressed() {
        var plan = new KindsOfPlans();
        var done = plan.task("Done", 2);
        done.setActualStart(at(3, 2, 8));
        done.setActualFinish(at(3, 4, 12));
        done.setPercentageComplete(100);
        var begun = plan.task("Begun", 4);
        begun.setActualStart(at(3, 4, 13));
        begun.setPercentageComplete(50);
        begun.setRemainingDuration(days(2));
        begun.setActualDuration(days(2));
        begun.setStop(at(3, 6, 12));
        begun.setResume(at(3, 9, 8));
        var next = plan.task("Next", 3);
        link(done, begun, RelationType.FINISH_START, days(0));
        link(begun, next, RelationType.FINISH_START, days(0));
        return plan.file;
    }

    /** Two days, three of rest, two days. */
    private static ProjectFile split() {
        var plan = new KindsOfPlans();
        var split = plan.task("Split", 4);
        split.setStart(at(3, 2, 8));
        split.setFinish(at(3, 10, 17));
        var worker = plan.worker("Li Wei", null);
        var assignment = split.addResourceAssignment(worker);
        assignment.setUnits(100);
        assignment.setWork(Duration.getInstance(32, TimeUnit.HOURS));
        assignment.setRemainingWork(Duration.getInstance(32, TimeUnit.HOURS));
        assignment.setStart(split.getStart());
        assignment.setFinish(split.getFinish());
        assignment.setTimephasedWork(List.of(work(at(3, 2, 8), at(3, 3, 17)), work(at(3, 9, 8), at(3, 10, 17))));
        link(split, plan.task("After", 1), RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private static ProjectFile leveled() {
        var plan = new KindsOfPlans();
        var first = plan.task("First", 3);
        var second = plan.task("Second", 2);
        second.setLevelingDelay(Duration.getInstance(3, TimeUnit.ELAPSED_DAYS));
        link(first, plan.task("Third", 1), RelationType.FINISH_START, days(0));
        link(second, plan.task("Fourth", 2), RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private static ProjectFile mornings() {
        var plan = new KindsOfPlans();
        var mornings = plan.file.addCalendar();
        mornings.setName("Mornings");
        for (var day : DayOfWeek.values()) {
            boolean works = day.compareTo(DayOfWeek.FRIDAY) <= 0;
            mornings.setCalendarDayType(day, works ? DayType.WORKING : DayType.NON_WORKING);
            var hours = mornings.addCalendarHours(day);
            if (works) {
                hours.add(new LocalTimeRange(LocalTime.of(8, 0), LocalTime.of(12, 0)));
            }
        }
        var task = plan.task("In the mornings", 3);
        assign(task, plan.worker("Wang Fang", mornings), 24);
        link(task, plan.task("After", 1), RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private static ProjectFile awayOnTheLastDay() {
        var plan = new KindsOfPlans();
        var calendar = plan.file.addDefaultDerivedCalendar();
        calendar.setParent(plan.file.getDefaultCalendar());
        calendar.setName("Zhao Lei");
        calendar.addCalendarException(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 4));
        var task = plan.task("Three days", 3);
        var worker = plan.worker("Zhao Lei", null);
        worker.setCalendar(calendar);
        assign(task, worker, 24);
        assign(task, plan.worker("Sun Li", null), 24);
        link(task, plan.task("After", 1), RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private static ProjectFile fixedDuration() {
        var file = awayOnTheLastDay();
        file.getTasks().get(0).setType(TaskType.FIXED_DURATION);
        return file;
    }

    private static ProjectFile taskCalendar() {
        var plan = new KindsOfPlans();
        var night = plan.file.addCalendar();
        night.setName("Saturdays too");
        for (var day : DayOfWeek.values()) {
            night.setCalendarDayType(day, day == DayOfWeek.SUNDAY ? DayType.NON_WORKING : DayType.WORKING);
            var hours = night.addCalendarHours(day);
            if (day != DayOfWeek.SUNDAY) {
                hours.add(new LocalTimeRange(LocalTime.of(6, 0), LocalTime.of(14, 0)));
            }
        }
        var task = plan.task("Furnace", 6);
        task.setCalendar(night);
        var ignoring = plan.task("Ignores people", 6);
        ignoring.setCalendar(night);
        ignoring.setIgnoreResourceCalendar(true);
        assign(ignoring, plan.worker("Chen Jie", null), 48);
        link(task, plan.task("After", 1), RelationType.FINISH_START, days(1));
        return plan.file;
    }

    private static ProjectFile fromFinish() {
        var plan = new KindsOfPlans();
        plan.file.getProjectProperties().setScheduleFrom(ScheduleFrom.FINISH);
        plan.file.getProjectProperties().setFinishDate(at(3, 27, 17));
        var first = plan.task("First", 3);
        first.setConstraintType(ConstraintType.AS_LATE_AS_POSSIBLE);
        var early = plan.task("As soon as it can", 1);
        var last = plan.task("Last", 4);
        last.setConstraintType(ConstraintType.AS_LATE_AS_POSSIBLE);
        link(first, last, RelationType.FINISH_START, days(1));
        link(early, last, RelationType.START_START, days(0));
        return plan.file;
    }

    private static ProjectFile byHand() {
        var plan = new KindsOfPlans();
        var task = plan.task("By hand", 3);
        task.setTaskMode(TaskMode.MANUALLY_SCHEDULED);
        task.setStart(at(3, 7, 10));
        task.setFinish(at(3, 11, 15));
        var before = plan.task("Before", 10);
        link(before, task, RelationType.FINISH_START, days(0));
        link(task, plan.task("After", 2), RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private static ProjectFile elapsed() {
        var plan = new KindsOfPlans();
        var before = plan.task("Pour", 4);
        var dry = plan.task("Dry", 0);
        dry.setMilestone(false);
        dry.setDuration(Duration.getInstance(3.5, TimeUnit.ELAPSED_DAYS));
        link(before, dry, RelationType.FINISH_START, days(0));
        link(dry, plan.task("Paint", 2), RelationType.FINISH_START, Duration.getInstance(12, TimeUnit.ELAPSED_HOURS));
        return plan.file;
    }

    private static ProjectFile percentLags() {
        var plan = new KindsOfPlans();
        var first = plan.task("First", 5);
        link(first, plan.task("Half way", 2), RelationType.START_START, Duration.getInstance(50, TimeUnit.PERCENT));
        link(
                first,
                plan.task("Before its end", 2),
                RelationType.FINISH_START,
                Duration.getInstance(-25, TimeUnit.PERCENT));
        link(
                first,
                plan.task("By the clock", 2),
                RelationType.FINISH_START,
                Duration.getInstance(30, TimeUnit.ELAPSED_PERCENT));
        return plan.file;
    }

    private static ProjectFile deadlines() {
        var plan = new KindsOfPlans();
        plan.file.getProjectProperties().setCriticalSlackLimit(days(1));
        var first = plan.task("First", 5);
        var second = plan.task("Second", 3);
        second.setDeadline(at(3, 10, 17));
        var hard = plan.task("Hard", 2);
        hard.setConstraintType(ConstraintType.MUST_START_ON);
        hard.setConstraintDate(at(3, 5, 8));
        link(first, second, RelationType.FINISH_START, days(0));
        link(first, hard, RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private static ProjectFile switchedOff() {
        var plan = new KindsOfPlans();
        var first = plan.task("First", 2);
        var off = plan.task("Off", 20);
        off.setActive(false);
        link(first, off, RelationType.FINISH_START, days(0));
        link(off, plan.task("Not held up", 1), RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private static ProjectFile lateStart() {
        var plan = new KindsOfPlans();
        plan.file.getProjectProperties().setStartDate(LocalDateTime.of(2026, 3, 2, 10, 30));
        link(plan.task("First", 2), plan.task("Second", 1), RelationType.FINISH_START, days(0));
        return plan.file;
    }

    private Task task(String name, int days) {
        var task = file.addTask();
        task.setName(name);
        task.setDuration(days(days));
        task.setMilestone(days == 0);
        task.setTaskMode(TaskMode.AUTO_SCHEDULED);
        task.setActive(true);
        return task;
    }

    private Resource worker(String name, ProjectCalendar calendar) {
        var worker = file.addResource();
        worker.setName(name);
        worker.setType(ResourceType.WORK);
        worker.getAvailability().add(new Availability(at(1, 1, 0), LocalDateTime.of(2049, 12, 31, 0, 0), 100.0));
        var own = file.addDefaultDerivedCalendar();
        own.setParent(calendar == null ? file.getDefaultCalendar() : calendar);
        own.setName(name);
        worker.setCalendar(own);
        return worker;
    }

    private static void assign(Task task, Resource worker, int hours) {
        var assignment = task.addResourceAssignment(worker);
        assignment.setUnits(100);
        assignment.setWork(Duration.getInstance(hours, TimeUnit.HOURS));
        assignment.setRemainingWork(Duration.getInstance(hours, TimeUnit.HOURS));
    }

    private static TimephasedWork work(LocalDateTime from, LocalDateTime to) {
        var work = new TimephasedWork();
        work.setStart(from);
        work.setFinish(to);
        work.setTotalAmount(Duration.getInstance(16, TimeUnit.HOURS));
        work.setAmountPerDay(Duration.getInstance(8, TimeUnit.HOURS));
        return work;
    }

    private static void link(Task before, Task after, RelationType type, Duration lag) {
        after.addPredecessor(
                new Relation.Builder().predecessorTask(before).type(type).lag(lag));
    }

    private static Duration days(int days) {
        return Duration.getInstance(days, TimeUnit.DAYS);
    }
}
