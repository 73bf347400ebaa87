package io.throughline.project.timesheet;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.AssignmentQueries;
import io.throughline.project.resource.AssignmentRow;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.ChangeAssignment;
import io.throughline.project.resource.Leave;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A week from the first hour to the correction after it was approved. The week is that of Monday 2026-03-02. */
@CoreTest
@Import(ProjectFixtures.class)
class TimesheetTests {

    private static final TimesheetWeek WEEK = TimesheetWeek.of(MONDAY);

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskQueries taskQueries;

    @Autowired
    Assignments assignments;

    @Autowired
    AssignmentQueries crew;

    @Autowired
    Resources resources;

    @Autowired
    Timesheets sheets;

    @Autowired
    TimesheetDecisions decisions;

    @Autowired
    TimesheetQueries queries;

    @Autowired
    BookedTime booked;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private Viewer coordinator;
    private Viewer member;
    private String key;
    private long person;

    @BeforeEach
    void somebodyWithATaskOfFiveDays() {
        pm = given.a(Role.PROJECT_MANAGER);
        coordinator = given.a(Role.RESOURCE_COORDINATOR);
        member = given.a(Role.PROJECT_MEMBER);
        key = given.aProject(pm).key();
        task("设计");
        assignments.add(pm, key, 1, new Assign(resource(member), null, null));
        person = resource(member);
    }

    @Test
    void suggestsWhatIsPlannedForTheWeekAndWhatWasBookedInTheOneBefore() {
        task("采购");
        tasks.assign(pm, key, 2, pm.id().value());

        assertThat(codes(queries.own(member, WEEK))).containsExactly(key + "-1", "SERVICE", "INTERNAL");

        book(0, 1, 60);
        write(WEEK.before(), new BookTime(key + "-2", MONDAY.minusDays(3), 120, null));
        assertThat(codes(queries.own(member, WEEK))).contains(key + "-1", key + "-2");
        assertThat(queries.own(member, WEEK).capacityMinutes()).containsExactly(480L, 480L, 480L, 480L, 480L, 0L, 0L);
    }

    @Test
    void countsLeaveOutOfTheCapacity() {
        resources.takeLeave(
                coordinator, new ResourceId(person), new Leave(MONDAY.plusDays(1), MONDAY.plusDays(2), "年假"));

        assertThat(queries.own(member, WEEK).capacityMinutes()).containsExactly(480L, 0L, 0L, 480L, 480L, 0L, 0L);
    }

    @Test
    void keepsWhatIsWritten() {
        write(WEEK, new BookTime(key + "-1", MONDAY, 450, "图纸会签"), new BookTime("SERVICE", MONDAY, 30, null));
        write(WEEK, new BookTime(key + "-1", MONDAY, 420, " "));

        var sheet = queries.own(member, WEEK);
        assertThat(sheet.minutesOn(MONDAY)).isEqualTo(450);
        assertThat(cell(sheet, key + "-1", MONDAY).note()).isNull();
        assertThat(sheet.version()).isPositive();
        assertThatThrownBy(() ->
                        sheets.save(member, WEEK, new SaveTimesheet(sheet.version() - 1, List.of(hours(0, 60)), null)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void replacesTheWholeWeek() {
        write(WEEK, hours(0, 60), hours(1, 60));

        sheets.replace(member, WEEK, new SaveTimesheet(null, List.of(hours(1, 90)), null));

        assertThat(queries.own(member, WEEK).minutes()).isEqualTo(90);
    }

    @Test
    void refusesHoursThatCannotBe() {
        task("外部评审");
        var stranger = given.aProject(given.a(Role.PROJECT_MANAGER));
        assertThatThrownBy(() -> write(WEEK, hours(0, 1_441)))
                .asInstanceOf(type(RuleViolation.class))
                .returns("project.timesheet.hoursRange", RuleViolation::key)
                .returns(key + "-1/2026-03-02", RuleViolation::field);
        refuses("project.timesheet.otherWeek", hours(7, 60));
        refuses("project.timesheet.noTask", new BookTime(stranger.key() + "-1", MONDAY, 60, null));
        refuses("project.timesheet.noTask", new BookTime("X", MONDAY, 60, null));
        refuses("project.timesheet.dayFull", hours(0, 1_200), new BookTime("INTERNAL", MONDAY, 300, null));
        assertThatThrownBy(() -> write(TimesheetWeek.of(LocalDate.now().plusWeeks(2)), hours(0, 60)))
                .asInstanceOf(type(RuleViolation.class))
                .returns("project.timesheet.future", RuleViolation::key);
    }

    @Test
    void takesNoHoursOnWhatIsClosed() {
        jdbc.sql(
                        "update project.task set status = 'CANCELLED' where project_id = (select id from project.project where key = ?)")
                .param(key)
                .update();
        refuses("project.timesheet.cancelled", hours(0, 60));
        jdbc.sql("update project.project set status = 'CLOSED' where key = ?")
                .param(key)
                .update();
        refuses("project.timesheet.projectClosed", hours(0, 60));
    }

    @Test
    void copiesTheWeekBeforeWhereThereIsNothingYet() {
        write(WEEK.before(), hours(-7, 480), new BookTime("INTERNAL", MONDAY.minusDays(6), 60, "周会"));
        book(0, 1, 60);

        assertThat(sheets.copyWeekBefore(member, WEEK)).isEqualTo(1);

        var sheet = queries.own(member, WEEK);
        assertThat(cell(sheet, key + "-1", MONDAY).minutes()).isEqualTo(60);
        assertThat(cell(sheet, "INTERNAL", MONDAY.plusDays(1)).note()).isNull();
        assertThatThrownBy(() -> sheets.copyWeekBefore(member, WEEK)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void makesApprovedHoursTheActualWorkAndMovesNoDate() {
        var before = taskQueries.require(pm, key, 1);
        write(WEEK, hours(0, 480), hours(1, 480));
        sheets.save(
                member, WEEK, new SaveTimesheet(null, List.of(), List.of(new EstimateRemaining(key + "-1", 1_800))));
        submit();
        assertThat(assignment().actualWorkMinutes()).isZero();

        decisions.approve(pm, member.login(), WEEK, null);

        assertThat(queries.own(member, WEEK).status()).isEqualTo(TimesheetStatus.APPROVED);
        assertThat(assignment().actualWorkMinutes()).isEqualTo(960);
        assertThat(assignment().remainingWorkMinutes()).isEqualTo(1_800);
        assertThat(assignment().workMinutes()).isEqualTo(2_400);
        var after = taskQueries.require(pm, key, 1);
        assertThat(after.plannedFinish()).isEqualTo(before.plannedFinish());
        assertThat(after.percentComplete()).isZero();
        assertThat(booked.ofTask(pm, before.project(), 1))
                .containsExactly(new BookedTime.PersonTime(member.name(), member.login(), 2_400, 960, 0, 1_800));
    }

    @Test
    void keepsBookedHoursWhenTheAssignmentChanges() {
        write(WEEK, hours(0, 480));
        submit();
        decisions.approve(pm, member.login(), WEEK, null);
        assertThat(assignment().remainingWorkMinutes()).isEqualTo(1_920);

        var now = assignment();
        assignments.change(pm, key, 1, new ResourceId(person), new ChangeAssignment(null, person, now.units(), 2_880L));

        assertThat(assignment().actualWorkMinutes()).isEqualTo(480);
        assertThat(assignment().remainingWorkMinutes()).isEqualTo(2_400);
    }

    @Test
    void leavesActualWorkWithWhoDidItWhenTheTaskGoesToSomebodyElse() {
        book(0, 2, 480);
        submit();
        decisions.approve(coordinator, member.login(), WEEK, null);
        var finish = taskQueries.require(pm, key, 1).plannedFinish();

        tasks.assign(pm, key, 1, pm.id().value());

        assertThat(crew.of(pm, key, 1))
                .extracting(
                        AssignmentRow::resource,
                        AssignmentRow::workMinutes,
                        AssignmentRow::actualWorkMinutes,
                        AssignmentRow::remainingWorkMinutes)
                .containsExactlyInAnyOrder(tuple(person, 960L, 960L, 0L), tuple(resource(pm), 3 * 480L, 0L, 3 * 480L));
        assertThat(taskQueries.require(pm, key, 1).plannedFinish()).isEqualTo(finish);
        assertThat(taskQueries.require(pm, key, 1).effortMinutes()).isEqualTo(5 * 480L);
    }

    @Test
    void givesWhatIsLeftBackToWhoWorkedOnItBefore() {
        book(0, 2, 480);
        submit();
        decisions.approve(coordinator, member.login(), WEEK, null);
        var one = assignment();
        var pms = resource(pm);
        assignments.change(
                pm, key, 1, new ResourceId(person), new ChangeAssignment(null, pms, one.units(), one.workMinutes()));

        assignments.change(pm, key, 1, new ResourceId(pms), new ChangeAssignment(null, person, one.units(), 3 * 480L));

        assertThat(crew.of(pm, key, 1))
                .extracting(
                        AssignmentRow::resource,
                        AssignmentRow::workMinutes,
                        AssignmentRow::actualWorkMinutes,
                        AssignmentRow::remainingWorkMinutes)
                .containsExactly(tuple(person, 5 * 480L, 960L, 3 * 480L));
    }

    @Test
    void makesWhoIsDoneWithAPartTakeOverWhatIsLeftOfAnothers() {
        task("采购");
        assignments.add(pm, key, 2, new Assign(resource(pm), null, null));
        assignments.add(pm, key, 2, new Assign(person, null, 480L));
        write(WEEK, new BookTime(key + "-2", MONDAY, 480, null));
        submit();
        decisions.approve(coordinator, member.login(), WEEK, null);

        tasks.assign(pm, key, 2, member.id().value());

        assertThat(crew.of(pm, key, 2))
                .extracting(
                        AssignmentRow::resource,
                        AssignmentRow::workMinutes,
                        AssignmentRow::actualWorkMinutes,
                        AssignmentRow::remainingWorkMinutes)
                .containsExactly(tuple(person, 6 * 480L, 480L, 5 * 480L));
    }

    @Test
    void leavesActualWorkWithWhoDidItWhenAnAssignmentIsHandedOn() {
        book(0, 1, 480);
        submit();
        decisions.approve(coordinator, member.login(), WEEK, null);
        var one = assignment();

        assignments.change(
                pm,
                key,
                1,
                new ResourceId(person),
                new ChangeAssignment(one.version(), resource(pm), one.units(), one.workMinutes()));

        assertThat(crew.of(pm, key, 1))
                .extracting(AssignmentRow::resource, AssignmentRow::workMinutes, AssignmentRow::actualWorkMinutes)
                .containsExactlyInAnyOrder(tuple(person, 480L, 480L), tuple(resource(pm), 4 * 480L, 0L));
        assertThat(taskQueries.require(pm, key, 1).assigneeId())
                .isEqualTo(pm.id().value());
    }

    @Test
    void waitsForEachWhoDecides() {
        var other = given.a(Role.PROJECT_MANAGER);
        var second = given.aProject(other).key();
        tasks.add(
                other,
                second,
                new AddTask("调试", null, null, null, null, MONDAY.atTime(8, 0), null, 480L, null, null, null));
        assignments.add(coordinator, second, 1, new Assign(person, null, null));
        write(WEEK, hours(0, 240), new BookTime(second + "-1", MONDAY, 240, null));
        submit();
        assertThat(queries.waiting(pm, 10)).singleElement().returns(240L, TimesheetQueries.WaitingSheet::minutes);
        assertThat(queries.of(pm, member.login(), WEEK).rows()).hasSize(1);

        decisions.approve(pm, member.login(), WEEK, null);

        assertThat(queries.own(member, WEEK).status()).isEqualTo(TimesheetStatus.SUBMITTED);
        assertThat(queries.waiting(pm, 10)).isEmpty();
        assertThat(queries.waiting(coordinator, 10))
                .singleElement()
                .returns(240L, TimesheetQueries.WaitingSheet::waitingMinutes);
        decisions.approve(other, member.login(), WEEK, null);
        assertThat(queries.own(member, WEEK).status()).isEqualTo(TimesheetStatus.APPROVED);
    }

    @Test
    void letsOnlyThoseDecideWhoMay() {
        book(0, 1, 60);
        submit();
        assertThatThrownBy(() -> decisions.approve(member, member.login(), WEEK, null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> decisions.approve(given.a(Role.PROJECT_MANAGER), member.login(), WEEK, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.of(given.a(Role.PROJECT_MEMBER), member.login(), WEEK))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decisions.approve(coordinator, member.login(), WEEK, 0))
                .isInstanceOf(StaleVersion.class);

        sheets.save(pm, WEEK, new SaveTimesheet(null, List.of(hours(0, 60)), null));
        sheets.submit(pm, WEEK);
        assertThatThrownBy(() -> decisions.approve(pm, pm.login(), WEEK, null)).isInstanceOf(NotAllowed.class);
        decisions.approve(coordinator, pm.login(), WEEK, null);
    }

    @Test
    void approvesAManagersOwnAtOnce() {
        var manager = given.a(Role.MANAGER);
        sheets.save(manager, WEEK, new SaveTimesheet(null, List.of(new BookTime("INTERNAL", MONDAY, 60, null)), null));

        assertThat(sheets.submit(manager, WEEK)).isEqualTo(TimesheetStatus.APPROVED);
    }

    @Test
    void goesBackWithAReasonAndComesAgain() {
        book(0, 1, 60);
        submit();
        assertThatThrownBy(() -> write(WEEK, hours(0, 90))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> decisions.reject(pm, member.login(), WEEK, null, " "))
                .isInstanceOf(RuleViolation.class);

        decisions.reject(pm, member.login(), WEEK, null, "周一在现场");

        assertThat(queries.own(member, WEEK))
                .returns(TimesheetStatus.REJECTED, TimesheetView::status)
                .returns("周一在现场", TimesheetView::reason);
        write(WEEK, hours(0, 90));
        submit();
        sheets.withdraw(member, WEEK);
        assertThat(queries.own(member, WEEK).status()).isEqualTo(TimesheetStatus.DRAFT);
    }

    @Test
    void correctsWhatIsApprovedAndKeepsWhatItWas() {
        book(0, 1, 480);
        submit();
        decisions.approve(pm, member.login(), WEEK, null);
        assertThatThrownBy(() -> write(WEEK, hours(0, 60))).isInstanceOf(RuleViolation.class);

        sheets.correct(member, WEEK, new CorrectTime(key + "-1", MONDAY, 360, "下午请假"));

        assertThat(assignment().actualWorkMinutes()).isEqualTo(480);
        var corrected = cell(queries.own(member, WEEK), key + "-1", MONDAY);
        assertThat(corrected.minutes()).isEqualTo(360);
        assertThat(corrected.approvedMinutes()).isEqualTo(480);
        assertThat(corrected.corrections())
                .singleElement()
                .returns(480, TimesheetView.Correction::minutesBefore)
                .returns("下午请假", TimesheetView.Correction::reason);
        assertThat(queries.waiting(pm, 10)).singleElement().returns(true, TimesheetQueries.WaitingSheet::correction);

        decisions.approve(pm, member.login(), WEEK, null);
        assertThat(assignment().actualWorkMinutes()).isEqualTo(360);
        assertThat(assignment().remainingWorkMinutes()).isEqualTo(2_040);
    }

    @Test
    void letsStandWhatWasApprovedWhereACorrectionIsRefused() {
        book(0, 1, 480);
        submit();
        decisions.approve(pm, member.login(), WEEK, null);
        sheets.correct(member, WEEK, new CorrectTime(key + "-1", MONDAY, 600, "加班"));

        decisions.reject(pm, member.login(), WEEK, null, "没有安排加班");

        var sheet = queries.own(member, WEEK);
        assertThat(sheet.status()).isEqualTo(TimesheetStatus.APPROVED);
        assertThat(cell(sheet, key + "-1", MONDAY).minutes()).isEqualTo(480);
        assertThat(cell(sheet, key + "-1", MONDAY).corrections()).hasSize(1);
    }

    @Test
    void tellsWhoDecidesAndWhoAsked() {
        book(0, 1, 60);
        submit();
        assertThat(notices(pm)).containsExactly(TimesheetNotices.SUBMITTED);
        assertThat(notices(coordinator)).containsExactly(TimesheetNotices.SUBMITTED);

        decisions.reject(pm, member.login(), WEEK, null, "缺周二");
        assertThat(notices(member)).contains(TimesheetNotices.REJECTED);
    }

    @Test
    void listsHoursOverPeopleAndProjects() {
        book(0, 1, 60);
        submit();

        var first = PageRequest.first(10);
        assertThat(booked.between(pm, MONDAY, MONDAY.plusDays(6), first).rows())
                .singleElement()
                .returns(key + "-1", BookedTime.TimeLine::code)
                .returns(60, BookedTime.TimeLine::minutes);
        assertThat(booked.between(given.a(Role.PROJECT_MANAGER), MONDAY, MONDAY.plusDays(6), first)
                        .rows())
                .isEmpty();
    }

    @Test
    void knowsItsWeeks() {
        assertThat(WEEK.code()).isEqualTo("2026-W10");
        assertThat(TimesheetWeek.parse("2026-W53").sunday()).isEqualTo(LocalDate.of(2027, 1, 3));
        assertThat(WEEK.days()).hasSize(7).last().returns(DayOfWeek.SUNDAY, LocalDate::getDayOfWeek);
        assertThatThrownBy(() -> TimesheetWeek.parse("2026-10")).isInstanceOf(NotFound.class);
    }

    private long resource(Viewer viewer) {
        var user = viewer.id().value();
        return jdbc.sql("select id from project.resource where user_id = ?")
                .param(user)
                .query(Long.class)
                .optional()
                .orElseGet(() -> resources
                        .add(
                                coordinator,
                                new SaveResource(
                                        null,
                                        viewer.name(),
                                        ResourceKind.PERSON,
                                        null,
                                        user,
                                        BigDecimal.ONE,
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        null))
                        .value());
    }

    private void task(String name) {
        tasks.add(
                pm,
                key,
                new AddTask(name, null, null, null, null, MONDAY.atTime(8, 0), null, 5 * 480L, null, null, null));
    }

    private BookTime hours(int day, int minutes) {
        return new BookTime(key + "-1", MONDAY.plusDays(day), minutes, null);
    }

    private void book(int day, int days, int minutes) {
        for (int i = 0; i < days; i++) {
            write(WEEK, hours(day + i, minutes));
        }
    }

    private void write(TimesheetWeek week, BookTime... all) {
        sheets.save(member, week, new SaveTimesheet(null, List.of(all), null));
    }

    private void refuses(String rule, BookTime... all) {
        assertThatThrownBy(() -> write(WEEK, all))
                .asInstanceOf(type(RuleViolation.class))
                .returns(rule, RuleViolation::key);
    }

    private void submit() {
        assertThat(sheets.submit(member, WEEK)).isEqualTo(TimesheetStatus.SUBMITTED);
    }

    private AssignmentRow assignment() {
        return crew.require(pm, key, 1, new ResourceId(person));
    }

    private List<String> notices(Viewer viewer) {
        return jdbc.sql(
                        "select kind from foundation.notice where user_id = ? and subject_type = 'TIMESHEET' order by id")
                .param(viewer.id().value())
                .query(String.class)
                .list();
    }

    private static List<String> codes(TimesheetView sheet) {
        return sheet.rows().stream().map(TimesheetView.Row::code).toList();
    }

    private static TimesheetView.Cell cell(TimesheetView sheet, String code, LocalDate day) {
        return Objects.requireNonNull(sheet.rows().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow()
                .on(day));
    }
}
