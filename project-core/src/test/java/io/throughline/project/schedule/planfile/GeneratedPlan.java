package io.throughline.project.schedule.planfile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.Priority;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Resource;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TimeUnit;

/**
 * A plan of any size with everything planners use: an outline up to five deep, all links and lags, constraints,
 * baselines, progress, switched-off and manual tasks, calendars with exceptions, people, material and cost. The same
 * seed gives the same plan.
 */
public final class GeneratedPlan {

    private static final String[] NAMES = {
        "工艺布局",
        "Kick-off",
        "现场安装 <1#线>",
        "FAT & SAT",
        "验收“终验”",
        "Überprüfung",
        "調試",
        "培训 🎓",
        "Ünïcode \u202ERTL",
        "备件\t清单"
    };
    private static final TimeUnit[] LAGS = {
        TimeUnit.MINUTES,
        TimeUnit.HOURS,
        TimeUnit.DAYS,
        TimeUnit.WEEKS,
        TimeUnit.ELAPSED_HOURS,
        TimeUnit.ELAPSED_DAYS,
        TimeUnit.PERCENT,
        TimeUnit.ELAPSED_PERCENT
    };

    private final Random random;
    private final ProjectFile file = new ProjectFile();
    private final List<Task> leaves = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();

    private GeneratedPlan(long seed) {
        random = new Random(seed);
    }

    public static ProjectFile of(long seed, int tasks) {
        var plan = new GeneratedPlan(seed);
        plan.header();
        plan.people();
        plan.outline(tasks);
        plan.links();
        plan.file.updateStructure();
        return plan.file;
    }

    private void header() {
        var header = file.getProjectProperties();
        header.setProjectTitle("生成的计划");
        header.setStartDate(LocalDateTime.of(2026, 3, 2, 8, 0));
        var calendar = file.addDefaultBaseCalendar();
        calendar.setName("两班制");
        var holiday = calendar.addCalendarException(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7));
        holiday.setName("国庆节");
        var makeUp = calendar.addCalendarException(LocalDate.of(2026, 10, 10));
        makeUp.setName("调休");
        makeUp.add(new LocalTimeRange(LocalTime.of(8, 0), LocalTime.of(17, 0)));
        file.setDefaultCalendar(calendar);
    }

    private void people() {
        for (int i = 0; i < 12; i++) {
            var resource = file.addResource();
            resource.setName("资源 " + (i + 1));
            resource.setType(i % 4 == 2 ? ResourceType.MATERIAL : i % 4 == 3 ? ResourceType.COST : ResourceType.WORK);
            resources.add(resource);
        }
    }

    private void outline(int tasks) {
        var open = new ArrayList<Task>();
        for (int i = 0; i < tasks; i++) {
            int depth = Math.min(open.size(), random.nextInt(5));
            while (open.size() > depth) {
                open.remove(open.size() - 1);
            }
            var task =
                    open.isEmpty() ? file.addTask() : open.get(open.size() - 1).addTask();
            fill(task, i);
            open.add(task);
        }
        for (var task : file.getTasks()) {
            if (!task.hasChildTasks()) {
                leaves.add(task);
                assign(task);
            }
        }
    }

    private void fill(Task task, int i) {
        task.setName(clean(NAMES[random.nextInt(NAMES.length)]) + " " + (i + 1));
        int days = random.nextInt(12);
        var start = LocalDateTime.of(2026, 3, 2, 8, 0).plusDays(random.nextInt(700));
        task.setStart(start);
        task.setFinish(days == 0 ? start : start.plusDays(days - 1L).withHour(17));
        task.setDuration(Duration.getInstance(days, random.nextInt(8) == 0 ? TimeUnit.ELAPSED_DAYS : TimeUnit.DAYS));
        task.setMilestone(days == 0);
        task.setPriority(Priority.getInstance(random.nextInt(1001)));
        task.setTaskMode(random.nextInt(6) == 0 ? TaskMode.MANUALLY_SCHEDULED : TaskMode.AUTO_SCHEDULED);
        task.setActive(random.nextInt(15) > 0);
        task.setPercentageComplete(random.nextInt(3) == 0 ? random.nextInt(101) : 0);
        if (random.nextBoolean()) {
            task.setBaselineStart(start.minusDays(random.nextInt(5)));
            task.setBaselineFinish(task.getFinish().minusDays(random.nextInt(5)));
            if (i % 3 == 0) {
                task.setBaselineStart(1 + i % 2, start.minusDays(9));
                task.setBaselineFinish(1 + i % 2, task.getFinish().minusDays(8));
            }
        }
        if (random.nextInt(5) == 0) {
            task.setDeadline(task.getFinish().plusDays(random.nextInt(30)));
        }
        var constraint = ConstraintType.values()[random.nextInt(8)];
        task.setConstraintType(constraint);
        if (constraint != ConstraintType.AS_SOON_AS_POSSIBLE && constraint != ConstraintType.AS_LATE_AS_POSSIBLE) {
            task.setConstraintDate(start);
        }
    }

    private void assign(Task task) {
        for (int i = random.nextInt(3); i > 0; i--) {
            var resource = resources.get(random.nextInt(resources.size()));
            boolean taken = task.getResourceAssignments().stream().anyMatch(a -> a.getResource() == resource);
            if (!taken) {
                var assignment = task.addResourceAssignment(resource);
                assignment.setUnits(25 * (1 + random.nextInt(32)));
                assignment.setWork(Duration.getInstance(random.nextInt(80), TimeUnit.HOURS));
            }
        }
    }

    private void links() {
        for (int i = 1; i < leaves.size(); i++) {
            if (random.nextInt(3) > 0) {
                var before = leaves.get(random.nextInt(i));
                var after = leaves.get(i);
                after.addPredecessor(new Relation.Builder()
                        .predecessorTask(before)
                        .type(RelationType.values()[random.nextInt(4)])
                        .lag(Duration.getInstance(random.nextInt(21) - 10, LAGS[random.nextInt(LAGS.length)])));
            }
        }
    }

    /** As it is stored: one line, and no marks that turn the direction of what follows. */
    private static String clean(String name) {
        return PlanText.line(name, PlanText.NAME);
    }
}
