package io.throughline.project.leave;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.MemberRole;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.resource.Capacities;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the wish for days off to the plans that count them. */
@CoreTest
@Import(ProjectFixtures.class)
class LeaveRequestTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    LeaveRequests requests;

    @Autowired
    LeaveQueries queries;

    @Autowired
    Capacities capacities;

    @Autowired
    JdbcClient jdbc;

    private Viewer coordinator;
    private Viewer member;
    private LocalDate monday;

    @BeforeEach
    void aMemberWithATask() {
        var pm = given.a(Role.PROJECT_MANAGER);
        coordinator = given.a(Role.RESOURCE_COORDINATOR);
        member = given.a(Role.PROJECT_MEMBER);
        var key = given.aProject(pm).key();
        var other = given.a(Role.PROJECT_MEMBER);
        projects.addMember(pm, key, member.id().value(), MemberRole.MEMBER);
        projects.addMember(pm, key, other.id().value(), MemberRole.MEMBER);
        monday = LocalDate.now().plusWeeks(3).with(TemporalAdjusters.firstInMonth(MONDAY.getDayOfWeek()));
        monday = monday.isBefore(LocalDate.now()) ? monday.plusWeeks(5) : monday;
        tasks.add(
                pm,
                key,
                new AddTask("联调", null, null, null, null, monday.atTime(8, 0), null, 2_400L, null, null, null));
        tasks.assign(pm, key, 1, member.id().value());
        requests.ask(other, asked(1, 1));
    }

    @Test
    void showsWhoElseIsAwayAndWhatWorkItMeets() {
        var id = requests.ask(member, asked(0, 1));

        var row = queries.waiting(coordinator, 10).stream()
                .filter(one -> one.id() == id.value())
                .findFirst()
                .orElseThrow();
        assertThat(row.others()).isEqualTo(1);
        assertThat(row.tasks()).isEqualTo(1);
        assertThat(queries.away(coordinator, id))
                .singleElement()
                .returns(false, LeaveQueries.Away::agreed)
                .returns(monday.plusDays(1), LeaveQueries.Away::firstDay);
        assertThat(queries.met(coordinator, id)).singleElement().returns("联调", LeaveQueries.MetTask::name);
    }

    @Test
    void takesTheDaysOutOfTheCapacityOnceAgreed() {
        var id = requests.ask(member, asked(0, 1));
        assertThat(week()).containsExactly(480L, 480L, 480L, 480L, 480L, 0L, 0L);
        int jobs = jobs();

        requests.approve(coordinator, id, 0);

        assertThat(week()).containsExactly(0L, 0L, 480L, 480L, 480L, 0L, 0L);
        assertThat(jobs()).isEqualTo(jobs + 1);
        assertThat(queries.mine(member, 10))
                .singleElement()
                .returns(LeaveStatus.APPROVED, LeaveRow::status)
                .returns(coordinator.name(), LeaveRow::decidedBy);
        assertThat(notices(member)).containsExactly(LeaveNotices.APPROVED);

        requests.cancel(member, id);
        assertThat(week()).containsExactly(480L, 480L, 480L, 480L, 480L, 0L, 0L);
        assertThat(jobs()).isEqualTo(jobs + 2);
    }

    @Test
    void countsHalfDays() {
        var id =
                requests.ask(member, new AskForLeave(LeaveKind.PERSONAL, monday, monday.plusDays(2), true, true, "证件"));

        requests.approve(coordinator, id, null);

        assertThat(week()).containsExactly(240L, 0L, 240L, 480L, 480L, 0L, 0L);
    }

    @Test
    void refusesDaysThatCannotBe() {
        refuses("project.resource.leaveOrder", monday.plusDays(1), monday, null);
        refuses("project.resource.leaveNothing", monday, null, true);
        refuses("project.leave.noWork", monday.plusDays(5), monday.plusDays(6), null);
        refuses("project.leave.tooLate", LocalDate.now().minusDays(90), null, null);
        requests.ask(member, asked(0, 1));
        refuses("project.leave.meetsOther", monday.plusDays(1), null, null);
    }

    @Test
    void isDecidedByThoseWhoMay() {
        var id = requests.ask(member, asked(0, 0));

        assertThat(queries.waiting(given.a(Role.PROJECT_MANAGER), 10)).isEmpty();
        assertThatThrownBy(() -> queries.require(given.a(Role.PROJECT_MANAGER), id))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> requests.approve(given.a(Role.PROJECT_MANAGER), id, null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> requests.cancel(coordinator, id)).isInstanceOf(NotFound.class);
        var own = requests.ask(coordinator, asked(2, 2));
        assertThatThrownBy(() -> requests.approve(coordinator, own, null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> requests.approve(coordinator, id, 7)).isInstanceOf(StaleVersion.class);
    }

    @Test
    void goesBackWithAReason() {
        var id = requests.ask(member, asked(0, 0));
        assertThatThrownBy(() -> requests.reject(coordinator, id, null, " ")).isInstanceOf(RuleViolation.class);

        requests.reject(coordinator, id, null, "联调需要您在场");

        assertThat(queries.require(member, id))
                .returns(LeaveStatus.REJECTED, LeaveRow::status)
                .returns("联调需要您在场", LeaveRow::reason);
        assertThat(notices(member)).containsExactly(LeaveNotices.REJECTED);
        assertThatThrownBy(() -> requests.approve(coordinator, id, null)).isInstanceOf(RuleViolation.class);
        assertThat(notices(coordinator)).contains(LeaveNotices.ASKED);
    }

    @Test
    void agreesToAManagersOwnAtOnce() {
        var manager = given.a(Role.MANAGER);

        var id = requests.ask(manager, asked(0, 0));

        assertThat(queries.require(manager, id).status()).isEqualTo(LeaveStatus.APPROVED);
    }

    private AskForLeave asked(int from, int to) {
        return new AskForLeave(LeaveKind.ANNUAL, monday.plusDays(from), monday.plusDays(to), null, null, null);
    }

    private void refuses(
            String rule,
            LocalDate first,
            @org.jspecify.annotations.Nullable LocalDate last,
            @org.jspecify.annotations.Nullable Boolean halves) {
        assertThatThrownBy(() ->
                        requests.ask(member, new AskForLeave(LeaveKind.ANNUAL, first, last, halves, halves, null)))
                .asInstanceOf(type(RuleViolation.class))
                .returns(rule, RuleViolation::key);
    }

    private List<Long> week() {
        var id = member.id().value();
        return Objects.requireNonNull(
                capacities.of(member, List.of(id), monday, monday.plusDays(6)).get(id));
    }

    private int jobs() {
        return jdbc.sql("select count(*) from foundation.job where kind = 'project.replan'")
                .query(Integer.class)
                .single();
    }

    private List<String> notices(Viewer viewer) {
        return jdbc.sql("select kind from foundation.notice where user_id = ? and subject_type = 'LEAVE' order by id")
                .param(viewer.id().value())
                .query(String.class)
                .list();
    }
}
