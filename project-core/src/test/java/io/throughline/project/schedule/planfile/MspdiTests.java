package io.throughline.project.schedule.planfile;

import static io.throughline.project.schedule.planfile.PlanFiles.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.project.schedule.planfile.PlanFileCalendar.Period;
import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import io.throughline.project.schedule.planfile.PlanFileTask.ConstraintType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MspdiTests {
    private final PlanFile plan = PlanFiles.read("plan.xml", PlanFiles.mspdi(PlanFiles.bottlingLine()));

    @Test
    void takesTitleCalendarAndStatusDate() {
        assertThat(plan.format()).isEqualTo(PlanFormat.MSPDI);
        assertThat(plan.title()).isEqualTo("海川灌装线改造");
        assertThat(plan.calendarName()).isEqualTo("标准日历");
        assertThat(plan.statusDate()).isEqualTo(at(3, 11, 17));
        assertThat(plan.minutesPerDay()).isEqualTo(480);
    }

    @Test
    void takesTasksInOutlineOrderWithTheirDates() {
        assertThat(plan.tasks())
                .extracting(
                        PlanFileTask::name,
                        PlanFileTask::outlineLevel,
                        PlanFileTask::start,
                        PlanFileTask::finish,
                        PlanFileTask::durationMinutes,
                        PlanFileTask::summary,
                        PlanFileTask::milestone)
                .containsExactly(
                        tuple("设计", 1, at(3, 2, 8), at(3, 13, 17), 4800L, true, false),
                        tuple("工艺布局 <A&B>", 2, at(3, 2, 8), at(3, 6, 17), 2400L, false, false),
                        tuple("评审", 2, at(3, 9, 8), at(3, 11, 17), 1440L, false, false),
                        tuple("设计批准", 2, at(3, 13, 17), at(3, 13, 17), 0L, false, true),
                        tuple("Build", 1, at(3, 16, 8), at(3, 27, 17), 4800L, true, false),
                        tuple("Installation", 2, at(3, 16, 8), at(3, 20, 17), 2400L, false, false),
                        tuple("FAT", 2, at(3, 23, 8), at(3, 27, 17), 2400L, false, false));
        assertThat(task("评审").parentUid()).isEqualTo(task("设计").uid());
    }

    @Test
    void takesProgressBaselineConstraintDeadlineAndNotes() {
        var layout = task("工艺布局 <A&B>");
        assertThat(layout.percentComplete()).isEqualTo(100);
        assertThat(layout.actualStart()).isEqualTo(at(3, 2, 8));
        assertThat(layout.actualFinish()).isEqualTo(at(3, 6, 17));
        assertThat(layout.baselineStart()).isEqualTo(at(3, 2, 8));
        assertThat(layout.baselineFinish()).isEqualTo(at(3, 5, 17));
        assertThat(layout.notes()).isEqualTo("第一行\nsecond line");
        assertThat(task("评审").priority()).isEqualTo(800);
        var install = task("Installation");
        assertThat(install.constraint()).isEqualTo(ConstraintType.SNET);
        assertThat(install.constraintDate()).isEqualTo(at(3, 16, 8));
        assertThat(install.deadline()).isEqualTo(at(3, 25, 17));
        assertThat(task("FAT").manual()).isTrue();
        assertThat(install.manual()).isFalse();
    }

    @Test
    void takesFourKindsOfLinkAndFourKindsOfLag() {
        assertThat(plan.links())
                .containsExactlyInAnyOrder(
                        link("工艺布局 <A&B>", "评审", PlanFileLink.Type.FINISH_TO_START, Lag.Unit.WORKING, 960),
                        link("评审", "设计批准", PlanFileLink.Type.FINISH_TO_FINISH, Lag.Unit.WORKING, 960),
                        link("设计批准", "Installation", PlanFileLink.Type.START_TO_START, Lag.Unit.ELAPSED, 4320),
                        link("Installation", "FAT", PlanFileLink.Type.START_TO_FINISH, Lag.Unit.PERCENT, -50));
    }

    @Test
    void takesResourcesAndAssignments() {
        assertThat(plan.resources())
                .extracting(PlanFileResource::name, PlanFileResource::type, PlanFileResource::maxUnits)
                .contains(tuple("王工", PlanFileResource.Type.WORK, 150.0))
                .extracting(t -> t.toList().get(1))
                .contains(PlanFileResource.Type.MATERIAL, PlanFileResource.Type.COST);
        var wang = resource("王工");
        assertThat(wang.email()).isEqualTo("wang@example.org");
        assertThat(wang.group()).isEqualTo("机械");
        assertThat(resource("钢材").materialLabel()).isEqualTo("吨");
        assertThat(plan.assignments())
                .contains(new PlanFileAssignment(task("工艺布局 <A&B>").uid(), wang.uid(), 50, 1200));
    }

    @Test
    void takesTheWeekAndTheDaysThatDiffer() {
        var calendar = plan.calendars().stream()
                .filter(c -> c.name().equals("标准日历"))
                .findFirst()
                .orElseThrow();
        assertThat(calendar.week().get(DayOfWeek.MONDAY)).containsExactly(new Period(480, 720), new Period(780, 1020));
        assertThat(calendar.week().get(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(calendar.exceptions())
                .containsExactlyInAnyOrder(
                        new PlanFileCalendar.Exception(
                                "清明节", LocalDate.of(2026, 4, 4), LocalDate.of(2026, 4, 6), List.of()),
                        new PlanFileCalendar.Exception(
                                "调休",
                                LocalDate.of(2026, 5, 9),
                                LocalDate.of(2026, 5, 9),
                                List.of(new Period(480, 720), new Period(780, 1440))));
    }

    @Test
    void namesWhatIsNotTakenOver() {
        assertThat(plan.report().notTaken())
                .extracting(ReadReport.NotTaken::code, ReadReport.NotTaken::count, ReadReport.NotTaken::names)
                .contains(
                        tuple("project.schedule.file.left.customFields", 1, List.of("安装区域")),
                        tuple("project.schedule.file.left.hyperlinks", 1, List.of("Installation")),
                        tuple("project.schedule.file.left.costRates", 1, List.of("王工")));
        assertThat(plan.report().problemCount()).isZero();
    }

    private PlanFileTask task(String name) {
        return plan.tasks().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PlanFileResource resource(String name) {
        return plan.resources().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PlanFileLink link(String before, String after, PlanFileLink.Type type, Lag.Unit unit, double amount) {
        return new PlanFileLink(task(before).uid(), task(after).uid(), type, new Lag(unit, amount));
    }
}
