package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.network.Schedule;
import io.throughline.project.schedule.planfile.PlanFileCalendar.Period;
import io.throughline.project.schedule.planfile.PlanFileTask.ConstraintType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.ScheduleFrom;
import org.mpxj.Task;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;
import org.mpxj.mpp.MPPReader;

/** Plan files through the engine: what Microsoft Project stored is what comes out. */
class PlanFileNetworkTests {

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-03-02T08:00");

    @ParameterizedTest
    @ValueSource(strings = {"quick-brown-fox-2003.mpp", "quick-brown-fox-2007.mpp"})
    void comesToEveryDateSlackAndFlagThatMicrosoftProjectStored(String name) throws Exception {
        var bytes = PlanFiles.saved(name);
        var stored = new MPPReader().read(new ByteArrayInputStream(bytes));

        var schedule = CriticalPath.of(PlanFileNetwork.of(PlanFiles.read(name, bytes)));

        assertThat(schedule.projectFinish())
                .isEqualTo(stored.getProjectProperties().getFinishDate());
        var tasks = stored.getTasks().stream()
                .filter(task -> task.getUniqueID() != 0)
                .toList();
        assertThat(schedule.all()).hasSameSizeAs(tasks);
        for (var task : tasks) {
            var ours = schedule.of(task.getUniqueID());
            assertThat(List.of(
                            ours.start(),
                            ours.finish(),
                            ours.earlyStart(),
                            ours.earlyFinish(),
                            ours.lateStart(),
                            ours.lateFinish()))
                    .as(task.getName())
                    .containsExactly(
                            task.getStart(),
                            task.getFinish(),
                            task.getEarlyStart(),
                            task.getEarlyFinish(),
                            task.getLateStart(),
                            task.getLateFinish());
            assertThat(ours.totalSlack()).as(task.getName()).isEqualTo(minutes(stored, task.getTotalSlack()));
            assertThat(ours.freeSlack()).as(task.getName()).isEqualTo(minutes(stored, task.getFreeSlack()));
            assertThat(ours.critical()).as(task.getName()).isEqualTo(task.getCritical());
        }
    }

    private static long minutes(ProjectFile file, Duration duration) {
        return Math.round(duration.convertUnits(TimeUnit.MINUTES, file.getProjectProperties())
                .getDuration());
    }

    @Test
    void takesHoursFromTheCalendarAndWhatItDerivesFrom() {
        var base = new PlanFileCalendar(
                "Base",
                null,
                Map.of(
                        DayOfWeek.MONDAY, List.of(new Period(480, 720)),
                        DayOfWeek.TUESDAY, List.of(new Period(480, 720)),
                        DayOfWeek.WEDNESDAY, List.of(new Period(480, 720))),
                List.of(new PlanFileCalendar.Exception(
                        "Feast", LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-03"), List.of())));
        var derived = new PlanFileCalendar(
                "Long Wednesday",
                "Base",
                Map.of(DayOfWeek.WEDNESDAY, List.of(new Period(480, 720), new Period(720, 1020))),
                List.of());
        var empty = new PlanFileCalendar("Only a name", "Long Wednesday", Map.of(), List.of());

        var schedule =
                schedule("Only a name", List.of(base, derived, empty), List.of(), List.of(task(1, 480)), List.of());

        assertThat(schedule.of(1).finish()).isEqualTo(LocalDateTime.parse("2026-03-04T12:00"));
    }

    @Test
    void keepsLagsInPercentAndInactiveTasksApart() {
        var links = List.of(
                new PlanFileLink(
                        1,
                        2,
                        PlanFileLink.Type.FINISH_TO_START,
                        new PlanFileLink.Lag(PlanFileLink.Lag.Unit.PERCENT, 50)),
                new PlanFileLink(3, 2, PlanFileLink.Type.FINISH_TO_START, PlanFileLink.Lag.NONE));

        var schedule =
                schedule(null, List.of(), List.of(), List.of(task(1, 960), task(2, 480), switchedOff(3, 9600)), links);

        assertThat(schedule.of(2).start()).isEqualTo(LocalDateTime.parse("2026-03-05T08:00"));
        assertThat(schedule.projectFinish()).isEqualTo(LocalDateTime.parse("2026-03-05T17:00"));
    }

    @Test
    void worksInTheHoursOfTheResource() {
        var mornings = new PlanFileCalendar(
                "Mornings",
                null,
                Map.of(
                        DayOfWeek.MONDAY, List.of(new Period(480, 720)),
                        DayOfWeek.TUESDAY, List.of(new Period(480, 720))),
                List.of());
        var worker = new PlanFileResource(7, "Li Wei", PlanFileResource.Type.WORK, 100, null, null, null, "Mornings");
        var plan = plan(
                null,
                List.of(mornings),
                List.of(worker),
                List.of(task(1, 480)),
                List.of(),
                List.of(new PlanFileAssignment(1, 7, 100, 480)));

        var schedule = CriticalPath.of(PlanFileNetwork.of(plan));

        assertThat(schedule.of(1).finish()).isEqualTo(LocalDateTime.parse("2026-03-03T12:00"));
    }

    @Test
    void keepsWhatTheFileSaysOfTheTimingOfWork() {
        var file = PlanFiles.bottlingLine();
        var tasks = file.getTasks();
        var install = named(tasks, "Installation");
        install.setLevelingDelay(Duration.getInstance(2, TimeUnit.ELAPSED_DAYS));
        install.setType(TaskType.FIXED_DURATION);
        var review = named(tasks, "评审");
        review.setActualStart(review.getStart());
        review.setPercentageComplete(33);
        review.setRemainingDuration(Duration.getInstance(960, TimeUnit.MINUTES));
        review.setResume(PlanFiles.at(3, 16, 8));
        file.getProjectProperties().setMultipleCriticalPaths(true);
        file.getProjectProperties().setCriticalSlackLimit(Duration.getInstance(1, TimeUnit.DAYS));

        var plan = PlanFiles.read("plan.xml", PlanFiles.mspdi(file));
        var network = PlanFileNetwork.of(plan);

        assertThat(plan.counting()).isEqualTo(new PlanFile.Counting(false, 480, true));
        assertThat(network.frame().criticalSlack()).isEqualTo(480);
        assertThat(network.frame().multipleCriticalPaths()).isTrue();
        assertThat(timing(plan, "Installation").levelingDelayMinutes()).isEqualTo(2 * 1440);
        assertThat(timing(plan, "Installation").ownHours()).isTrue();
        assertThat(timing(plan, "评审").remainingMinutes()).isEqualTo(960);
        assertThat(timing(plan, "评审").resume()).isEqualTo(PlanFiles.at(3, 16, 8));
        assertThat(CriticalPath.of(network).of(review.getUniqueID()).finish()).isEqualTo(PlanFiles.at(3, 17, 17));
    }

    @Test
    void countsBackFromTheFinishWhereTheFileDoes() {
        var file = PlanFiles.bottlingLine();
        file.getProjectProperties().setScheduleFrom(ScheduleFrom.FINISH);
        file.getProjectProperties().setFinishDate(PlanFiles.at(3, 27, 17));

        var network = PlanFileNetwork.of(PlanFiles.read("plan.xml", PlanFiles.mspdi(file)));

        assertThat(network.frame().direction()).isEqualTo(PlanFrame.Direction.FROM_FINISH);
        assertThat(CriticalPath.of(network).projectFinish()).isEqualTo(PlanFiles.at(3, 27, 17));
    }

    @Test
    void takesWhatTheHeaderLeavesOutAsMicrosoftProjectBeginsAPlan() {
        var xml = "<Project xmlns=\"http://schemas.microsoft.com/project\"><StartDate>2026-03-02T08:00:00</StartDate>"
                + "<Tasks><Task><UID>1</UID><ID>1</ID><Name>A</Name><Duration>PT8H0M0S</Duration></Task></Tasks></Project>";

        var network = PlanFileNetwork.of(PlanFiles.read("plan.xml", xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(network.frame().direction()).isEqualTo(PlanFrame.Direction.FROM_START);
        assertThat(network.frame().honorsConstraints()).isTrue();
        assertThat(CriticalPath.of(network).of(1).finish()).isEqualTo(MONDAY.plusHours(9));
    }

    private static Task named(List<Task> tasks, String name) {
        return tasks.stream()
                .filter(task -> name.equals(task.getName()))
                .findAny()
                .orElseThrow();
    }

    private static PlanFileTask.Timing timing(PlanFile plan, String name) {
        return plan.tasks().stream()
                .filter(task -> task.name().equals(name))
                .findAny()
                .orElseThrow()
                .timing();
    }

    private static Schedule schedule(
            @Nullable String calendar,
            List<PlanFileCalendar> calendars,
            List<PlanFileResource> resources,
            List<PlanFileTask> tasks,
            List<PlanFileLink> links) {
        return CriticalPath.of(PlanFileNetwork.of(plan(calendar, calendars, resources, tasks, links, List.of())));
    }

    private static PlanFile plan(
            @Nullable String calendar,
            List<PlanFileCalendar> calendars,
            List<PlanFileResource> resources,
            List<PlanFileTask> tasks,
            List<PlanFileLink> links,
            List<PlanFileAssignment> assignments) {
        return new PlanFile(
                PlanFormat.MSPDI,
                null,
                MONDAY,
                null,
                null,
                calendar,
                480,
                true,
                tasks,
                links,
                resources,
                assignments,
                calendars,
                new ReportBuilder().build(),
                PlanFile.Counting.USUAL);
    }

    private static PlanFileTask task(int uid, long minutes) {
        return task(uid, minutes, true);
    }

    private static PlanFileTask switchedOff(int uid, long minutes) {
        return task(uid, minutes, false);
    }

    private static PlanFileTask task(int uid, long minutes, boolean active) {
        return new PlanFileTask(
                uid,
                uid,
                null,
                1,
                null,
                "Task " + uid,
                null,
                null,
                minutes,
                false,
                minutes == 0,
                false,
                false,
                active,
                0,
                null,
                null,
                null,
                null,
                ConstraintType.ASAP,
                null,
                null,
                500,
                null,
                null,
                PlanFileTask.Timing.PLAIN);
    }
}
