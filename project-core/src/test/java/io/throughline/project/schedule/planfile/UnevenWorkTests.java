package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.project.schedule.network.CriticalPath;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.mpxj.DayType;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectFile;
import org.mpxj.Resource;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.WorkContour;

/** Assignments that a file spreads unevenly over their task, or with overtime. */
class UnevenWorkTests {

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-03-02T08:00");

    @Test
    void takesAContourAtItsAverageSoThatTheTaskEndsWhenTheFileSays() {
        var file = file();
        var task = task(file, "Ramp up", 10, MONDAY.plusDays(18).withHour(12));
        var assignment = task.addResourceAssignment(mornings(file));
        assignment.setUnits(100);
        assignment.setWork(hours(40));
        assignment.setRemainingWork(hours(40));
        assignment.setStart(task.getStart());
        assignment.setFinish(task.getFinish());
        assignment.setWorkContour(WorkContour.BACK_LOADED);

        var plan = PlanFiles.read("uneven.xml", PlanFiles.mspdi(file));

        assertThat(plan.assignments())
                .extracting(PlanFileAssignment::workMinutes, one -> Math.round(one.units() * 100))
                .containsExactly(tuple(2400L, 6667L));
        assertThat(CriticalPath.of(PlanFileNetwork.of(plan)).of(1).finish()).isEqualTo(task.getFinish());
        assertThat(plan.report().notTaken())
                .filteredOn(line -> line.code().endsWith("unevenWork"))
                .singleElement()
                .satisfies(line -> assertThat(line.names()).containsExactly("Ramp up – Li Wei"));
    }

    @Test
    void takesOvertimeAsMoreThanOneInTheSameTime() {
        var file = file();
        var task = task(file, "Rush", 5, MONDAY.plusDays(4).withHour(17));
        var worker = worker(file, "Zhang");
        var assignment = task.addResourceAssignment(worker);
        assignment.setUnits(100);
        assignment.setWork(hours(50));
        assignment.setRemainingWork(hours(50));
        assignment.setOvertimeWork(hours(10));
        assignment.setRemainingOvertimeWork(hours(10));
        assignment.setStart(task.getStart());
        assignment.setFinish(task.getFinish());

        var plan = PlanFiles.read("overtime.xml", PlanFiles.mspdi(file));

        assertThat(plan.assignments()).extracting(PlanFileAssignment::units).containsExactly(125.0);
        assertThat(CriticalPath.of(PlanFileNetwork.of(plan)).of(1).finish()).isEqualTo(task.getFinish());
        assertThat(plan.report().notTaken())
                .extracting(ReadReport.NotTaken::code)
                .contains("project.schedule.file.left.unevenWork");
    }

    @Test
    void namesEachOfThem() {
        var file = file();
        var worker = worker(file, "Zhang");
        for (int k = 0; k < 30; k++) {
            var task = task(file, "T" + k, 5, MONDAY.plusDays(4).withHour(17));
            var assignment = task.addResourceAssignment(worker);
            assignment.setUnits(100);
            assignment.setWork(hours(20));
            assignment.setStart(task.getStart());
            assignment.setFinish(task.getFinish());
            assignment.setWorkContour(WorkContour.BELL);
        }

        assertThat(PlanFiles.read("many.xml", PlanFiles.mspdi(file)).report().notTaken())
                .filteredOn(line -> line.code().endsWith("unevenWork"))
                .singleElement()
                .satisfies(line -> assertThat(line.names()).hasSize(30));
    }

    private static ProjectFile file() {
        var file = new ProjectFile();
        file.setDefaultCalendar(file.addDefaultBaseCalendar());
        file.getProjectProperties().setStartDate(MONDAY);
        return file;
    }

    private static Task task(ProjectFile file, String name, int days, LocalDateTime finish) {
        var task = file.addTask();
        task.setName(name);
        task.setDuration(Duration.getInstance(days, TimeUnit.DAYS));
        task.setStart(MONDAY);
        task.setFinish(finish);
        task.setActive(true);
        return task;
    }

    private static Resource worker(ProjectFile file, String name) {
        var worker = file.addResource();
        worker.setName(name);
        return worker;
    }

    private static Resource mornings(ProjectFile file) {
        var worker = worker(file, "Li Wei");
        var own = file.addDefaultDerivedCalendar();
        own.setParent(file.getDefaultCalendar());
        own.setName("Li Wei");
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                own.setCalendarDayType(day, DayType.WORKING);
                own.addCalendarHours(day).add(new LocalTimeRange(LocalTime.of(8, 0), LocalTime.of(12, 0)));
            }
        }
        worker.setCalendar(own);
        return worker;
    }

    private static Duration hours(int hours) {
        return Duration.getInstance(hours, TimeUnit.HOURS);
    }
}
