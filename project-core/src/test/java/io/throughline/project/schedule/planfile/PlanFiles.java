package io.throughline.project.schedule.planfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.mpxj.Availability;
import org.mpxj.ConstraintType;
import org.mpxj.CostRateTableEntry;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.Priority;
import org.mpxj.ProjectFile;
import org.mpxj.Rate;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Resource;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TaskField;
import org.mpxj.TaskMode;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIWriter;
import org.mpxj.primavera.PrimaveraPMFileWriter;
import org.mpxj.primavera.PrimaveraXERFileWriter;
import org.mpxj.writer.ProjectWriter;

/** Plan files for tests, written by the plan library itself. */
public final class PlanFiles {
    private PlanFiles() {}

    public static PlanFile read(String name, byte[] content) {
        return read(PlanFileLimits.DEFAULT, name, content);
    }

    static PlanFile read(PlanFileLimits limits, String name, byte[] content) {
        try {
            var file = Files.createTempFile("plan-test", ".bin");
            try {
                Files.write(file, content);
                return new PlanFileReader(limits).read(name, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that another program has saved, of the test resources under {@code plans}. */
    public static byte[] saved(String name) {
        try (var in = PlanFiles.class.getResourceAsStream("/plans/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LocalDateTime at(int month, int day, int hour) {
        return LocalDateTime.of(2026, month, day, hour, 0);
    }

    /** A line for bottled water: two phases, every link kind, every kind of lag, people, a calendar with holidays. */
    public static ProjectFile bottlingLine() {
        var file = new ProjectFile();
        var header = file.getProjectProperties();
        header.setProjectTitle("海川灌装线改造");
        header.setStartDate(at(3, 2, 8));
        header.setStatusDate(at(3, 11, 17));
        var calendar = file.addDefaultBaseCalendar();
        calendar.setName("标准日历");
        var holiday = calendar.addCalendarException(LocalDate.of(2026, 4, 4), LocalDate.of(2026, 4, 6));
        holiday.setName("清明节");
        var makeUp = calendar.addCalendarException(LocalDate.of(2026, 5, 9));
        makeUp.setName("调休");
        makeUp.add(new LocalTimeRange(LocalTime.of(8, 0), LocalTime.of(12, 0)));
        makeUp.add(new LocalTimeRange(LocalTime.of(13, 0), LocalTime.MIDNIGHT));
        calendar.setWorkingDay(DayOfWeek.SATURDAY, false);
        file.setDefaultCalendar(calendar);

        var design = file.addTask();
        design.setName("设计");
        dates(design, at(3, 2, 8), at(3, 13, 17), 10);
        var layout = leaf(design, "工艺布局 <A&B>", at(3, 2, 8), at(3, 6, 17), 5);
        var review = leaf(design, "评审", at(3, 9, 8), at(3, 11, 17), 3);
        var approved = leaf(design, "设计批准", at(3, 13, 17), at(3, 13, 17), 0);
        approved.setMilestone(true);
        var build = file.addTask();
        build.setName("Build");
        dates(build, at(3, 16, 8), at(3, 27, 17), 10);
        var install = leaf(build, "Installation", at(3, 16, 8), at(3, 20, 17), 5);
        var test = leaf(build, "FAT", at(3, 23, 8), at(3, 27, 17), 5);

        link(layout, review, RelationType.FINISH_START, 2, TimeUnit.DAYS);
        link(review, approved, RelationType.FINISH_FINISH, 16, TimeUnit.HOURS);
        link(approved, install, RelationType.START_START, 3, TimeUnit.ELAPSED_DAYS);
        link(install, test, RelationType.START_FINISH, -50, TimeUnit.PERCENT);

        layout.setPercentageComplete(100);
        layout.setActualStart(at(3, 2, 8));
        layout.setActualFinish(at(3, 6, 17));
        layout.setBaselineStart(at(3, 2, 8));
        layout.setBaselineFinish(at(3, 5, 17));
        layout.setBaselineStart(1, at(2, 23, 8));
        layout.setBaselineFinish(1, at(2, 27, 17));
        review.setBaselineFinish(3, at(3, 10, 17));
        layout.setNotes("第一行\nsecond line");
        review.setPercentageComplete(40);
        review.setPriority(Priority.getInstance(800));
        install.setConstraintType(ConstraintType.START_NO_EARLIER_THAN);
        install.setConstraintDate(at(3, 16, 8));
        install.setDeadline(at(3, 25, 17));
        install.setHyperlinkAddress("https://example.org/site");
        test.setTaskMode(TaskMode.MANUALLY_SCHEDULED);
        test.set(TaskField.TEXT1, "区域 3");
        file.getCustomFields().getOrCreate(TaskField.TEXT1).setAlias("安装区域");

        var wang = resource(file, "王工", ResourceType.WORK);
        wang.getAvailability().add(new Availability(at(1, 1, 0), LocalDateTime.of(2049, 12, 31, 0, 0), 150.0));
        wang.setEmailAddress("wang@example.org");
        wang.setGroup("机械");
        wang.getCostRateTable(0)
                .add(new CostRateTableEntry(
                        at(1, 1, 0),
                        LocalDateTime.of(2049, 12, 31, 0, 0),
                        0,
                        new Rate(200, TimeUnit.HOURS),
                        Rate.ZERO));
        var steel = resource(file, "钢材", ResourceType.MATERIAL);
        steel.setUnitOfMeasure(file.getUnitsOfMeasure().getOrCreateByAbbreviation("吨"));
        resource(file, "差旅费", ResourceType.COST);
        var assignment = layout.addResourceAssignment(wang);
        assignment.setUnits(50);
        assignment.setWork(Duration.getInstance(20, TimeUnit.HOURS));
        install.addResourceAssignment(steel).setUnits(3);
        file.updateStructure();
        return file;
    }

    public static byte[] mspdi(ProjectFile file) {
        var writer = new MSPDIWriter();
        writer.setWriteTimephasedData(true);
        return written(file, writer);
    }

    public static byte[] pmxml(ProjectFile file) {
        return written(file, new PrimaveraPMFileWriter());
    }

    public static byte[] xer(ProjectFile file) {
        return written(file, new PrimaveraXERFileWriter());
    }

    private static byte[] written(ProjectFile file, ProjectWriter writer) {
        try {
            var out = new ByteArrayOutputStream();
            writer.write(file, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Task leaf(Task parent, String name, LocalDateTime start, LocalDateTime finish, int days) {
        var task = parent.addTask();
        task.setName(name);
        dates(task, start, finish, days);
        return task;
    }

    private static void dates(Task task, LocalDateTime start, LocalDateTime finish, int days) {
        task.setStart(start);
        task.setFinish(finish);
        task.setDuration(Duration.getInstance(days, TimeUnit.DAYS));
    }

    private static void link(Task before, Task after, RelationType type, double lag, TimeUnit unit) {
        after.addPredecessor(
                new Relation.Builder().predecessorTask(before).type(type).lag(Duration.getInstance(lag, unit)));
    }

    private static Resource resource(ProjectFile file, String name, ResourceType type) {
        var resource = file.addResource();
        resource.setName(name);
        resource.setType(type);
        return resource;
    }
}
