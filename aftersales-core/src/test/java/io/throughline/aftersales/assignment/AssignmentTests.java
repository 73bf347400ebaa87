package io.throughline.aftersales.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.automation.Actions;
import io.throughline.aftersales.automation.AutomationFixtures;
import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketEntry;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

/** Tickets find who works on them, every step committed as in life. */
@CoreTest
@Import({TicketFixtures.class, AutomationFixtures.class})
class AssignmentTests {

    private static final Viewer ADMIN = Viewer.system("test");

    @Autowired
    TicketFixtures given;

    @Autowired
    AutomationFixtures automation;

    @Autowired
    AssignmentRules rules;

    @Autowired
    TicketAssignments assignments;

    @Autowired
    AssignmentSweep sweep;

    @Autowired
    AgentPauses pauses;

    @Autowired
    DutyQueries duty;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    JdbcClient jdbc;

    long team;
    long always;
    Viewer manager;
    Viewer li;
    Viewer wang;

    @BeforeEach
    void aTeamOfTwo() {
        team = given.team("三线" + System.nanoTime());
        manager = given.staff(Role.MANAGER);
        li = given.agentOf(team);
        wang = given.agentOf(team);
        always = calendars
                .create(ADMIN, new CalendarDefinition("全天", "All day", ZoneId.of("UTC"), WorkWeek.always(), List.of()))
                .value();
        commit();
    }

    @AfterEach
    void nothingWaits() {
        TestTransaction.end();
        TestTransaction.start();
        jdbc.sql("delete from aftersales.assignment_wait").update();
        automation.off();
        commit();
    }

    @Test
    void takesTurns() {
        rule(AssignmentStrategy.ROUND_ROBIN);

        var first = owner(open("一"));
        var second = owner(open("二"));
        var third = owner(open("三"));

        assertThat(List.of(first, second))
                .containsExactlyInAnyOrder(li.id().value(), wang.id().value());
        assertThat(third).isEqualTo(first);
    }

    @Test
    void givesToWhoHasTheLeastOpenWorkByItsWeight() {
        rule(AssignmentStrategy.LEAST_LOAD);
        by(li, Priority.P1);
        by(wang, Priority.P4);
        by(wang, Priority.P4);

        assertThat(owner(open("新的"))).isEqualTo(wang.id().value());
    }

    @Test
    void givesToWhoHasTheSkillAndSaysWhyInTheHistory() {
        var need = new SkillNeed(TicketKind.DIAGNOSIS, TicketLanguage.ZH, "plc", "PLC 编程", 3);
        save(AssignmentStrategy.ROUND_ROBIN, true, null, List.of(need));
        skill(wang, "PLC 编程", 4);
        commit();

        var number = open("PLC 停机");
        drain();

        assertThat(detail(number).assigneeId()).isEqualTo(wang.id().value());
        var routed = details.timeline(manager, detail(number), true).stream()
                .filter(entry -> entry.what().equals("ROUTED"))
                .map(TicketEntry::to)
                .toList();
        assertThat(routed).singleElement().satisfies(said -> assertThat(
                        AssignmentReason.read(Objects.requireNonNull(said)))
                .returns(AssignmentStrategy.ROUND_ROBIN, AssignmentReason::strategy)
                .returns(List.of("PLC 编程 4"), AssignmentReason::skills)
                .returns(0, AssignmentReason::open));
        assertThat(given.noticesOf(wang)).isNotEmpty();
    }

    @Test
    void keepsATicketUntilSomebodyWithTheSkillIsThere() {
        save(
                AssignmentStrategy.BEST_SKILL,
                true,
                null,
                List.of(new SkillNeed(null, TicketLanguage.EN, null, "English", 2)));
        var number = open("Spindle is hot");
        assertThat(owner(number)).isNull();
        assertThat(assignments.explain(manager, number))
                .returns(Verdict.NO_SKILL, AssignmentChoice::verdict)
                .returns(List.of("English"), AssignmentChoice::lacking);

        skill(li, "English", 2);
        aMinuteLater();

        assertThat(owner(number)).isEqualTo(li.id().value());
    }

    @Test
    void givesNothingToPeopleOnLeaveAndNothingToThoseWhoTakeNone() {
        rule(AssignmentStrategy.LEAST_LOAD);
        onLeave(li);
        pauses.pause(wang, wang.login(), new PauseTickets(null, "验收现场"));
        var number = open("谁来");
        assertThat(owner(number)).isNull();
        assertThat(assignments.explain(manager, number).all())
                .extracting(Candidate::obstacle)
                .containsExactlyInAnyOrder(Obstacle.OFF_DUTY, Obstacle.PAUSED);
        assertThat(duty.of(manager, new TeamId(team)).waiting())
                .extracting(DutyQueries.Waits::number)
                .containsExactly(number);

        pauses.resume(wang, wang.login());
        aMinuteLater();

        assertThat(owner(number)).isEqualTo(wang.id().value());
        assertThat(duty.of(manager, new TeamId(team)).waiting()).isEmpty();
    }

    @Test
    void givesNobodyMoreThanTheRuleAllows() {
        save(AssignmentStrategy.LEAST_LOAD, true, 1, List.of());

        var numbers = List.of(open("一"), open("二"), open("三"));
        drain();

        assertThat(numbers.stream().map(this::holder).filter(Objects::nonNull))
                .containsExactlyInAnyOrder(li.id().value(), wang.id().value());
        assertThat(assignments.explain(manager, numbers.get(2)).verdict()).isEqualTo(Verdict.ALL_FULL);
    }

    @Test
    void givesEachTicketOnceHoweverManyNodesAreAtIt() {
        save(AssignmentStrategy.ROUND_ROBIN, true, 5, List.of());
        var numbers = IntStream.range(0, 12).mapToObj(n -> open("第" + n)).toList();

        alone(() -> CompletableFuture.allOf(
                        CompletableFuture.runAsync(sweep::drain), CompletableFuture.runAsync(sweep::drain))
                .join());
        drain();

        var held = numbers.stream().map(this::holder).filter(Objects::nonNull).toList();
        assertThat(held).hasSize(10);
        assertThat(held.stream().filter(id -> id == li.id().value())).hasSize(5);
        assertThat(jdbc.sql("""
                        select max(n) from (select count(*) as n from aftersales.ticket_change
                         where field = 'ROUTED' and ticket_id in (select id from aftersales.ticket where team_id = ?)
                         group by ticket_id) x
                        """).param(team).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void leavesATicketThatSomebodyPutBackIntoTheQueue() {
        rule(AssignmentStrategy.LEAST_LOAD);
        var number = open("放回队列");
        drain();

        tickets.assign(manager, number, new AssignTicket(team, null, null));
        commit();

        assertThat(owner(number)).isNull();
    }

    @Test
    void meetsATicketThatComesFromAnotherTeamButNotOneSomebodyBringsAlong() {
        rule(AssignmentStrategy.LEAST_LOAD);
        var number = openIn(null, "转来的");
        tickets.assign(manager, number, new AssignTicket(team, null, null));
        var brought = openIn(null, "带来的");
        tickets.assign(manager, brought, new AssignTicket(team, manager.id().value(), null));
        commit();

        assertThat(owner(number)).isNotNull();
        assertThat(owner(brought)).isEqualTo(manager.id().value());
    }

    @Test
    void assignsWhenAskedWhereTheRuleDoesNotAssignByItself() {
        save(AssignmentStrategy.LEAST_LOAD, false, null, List.of());
        by(li, Priority.P3);
        var number = open("请指派");
        assertThat(owner(number)).isNull();

        var outcome = assignments.byRule(manager, number);
        commit();

        assertThat(outcome.choice().verdict()).isEqualTo(Verdict.CHOSEN);
        assertThat(holder(number)).isEqualTo(wang.id().value());
    }

    @Test
    void refusesWithoutTeamAndWithoutRule() {
        var nowhere = openIn(null, "没有团队");
        var byHand = open("手工团队");

        assertThatThrownBy(() -> assignments.byRule(manager, nowhere))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.key())
                        .isEqualTo("aftersales.assignment.noTeam"));
        assertThatThrownBy(() -> assignments.explain(manager, byHand))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.key())
                        .isEqualTo("aftersales.assignment.noRule"));
    }

    @Test
    void assignsWhereAnAutomationRuleSaysSo() {
        save(AssignmentStrategy.LEAST_LOAD, false, null, List.of());
        automation.onOpened("自动指派", new Actions(null, null, team, null, null, null, null, null, null, null, true));
        commit();
        var number = openIn(null, "自动指派这一单");

        alone(automation::drain);
        drain();

        assertThat(holder(number)).isIn(li.id().value(), wang.id().value());
    }

    @Test
    void leavesOthersPausesToManagers() {
        assertThatThrownBy(() -> pauses.pause(li, wang.login(), new PauseTickets(null, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> pauses.pause(li, li.login(), new PauseTickets(Instant.EPOCH, null)))
                .isInstanceOf(RuleViolation.class);

        pauses.pause(manager, wang.login(), new PauseTickets(Instant.now().plusSeconds(3600), null));

        assertThat(duty.ownPause(wang)).isNotNull();
        assertThat(duty.ownPause(li)).isNull();
    }

    @Test
    void forgetsTheRule() {
        rule(AssignmentStrategy.ROUND_ROBIN);
        owner(open("一"));

        rules.remove(ADMIN, new TeamId(team));
        commit();

        assertThat(owner(open("二"))).isNull();
    }

    private void rule(AssignmentStrategy strategy) {
        save(strategy, true, null, List.of());
    }

    private void save(
            AssignmentStrategy strategy, boolean automatic, @Nullable Integer mostOpen, List<SkillNeed> needs) {
        rules.save(
                ADMIN,
                new TeamId(team),
                new SaveAssignmentRule(strategy, automatic, true, true, mostOpen, always, needs, null));
        commit();
    }

    private String open(String subject) {
        return openIn(team, subject);
    }

    private String openIn(@Nullable Long of, String subject) {
        var number = tickets.open(
                        manager,
                        OpenTicket.of(TicketKind.DIAGNOSIS, subject, "详情").inHands(of, null))
                .number();
        commit();
        return number;
    }

    private void by(Viewer owner, Priority priority) {
        tickets.open(
                manager,
                OpenTicket.of(TicketKind.MAINTENANCE, "已有的", "详情")
                        .ranked(priority)
                        .inHands(team, owner.id().value()));
        commit();
    }

    private void skill(Viewer who, String skill, int level) {
        jdbc.sql("insert into project.resource_skill (resource_id, skill, level) values (?, ?, ?)")
                .params(resource(who), skill, level)
                .update();
    }

    private void onLeave(Viewer who) {
        jdbc.sql("""
                        insert into project.resource_leave (resource_id, first_day, last_day)
                        values (?, current_date - 3, current_date + 3)
                        """).param(resource(who)).update();
        commit();
    }

    private long resource(Viewer who) {
        return jdbc.sql("""
                        insert into project.resource (id, version, name, kind, user_id, max_units, active, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, :name, 'PERSON', :user, 1, true, now(), now())
                        returning id
                        """)
                .param("name", who.name())
                .param("user", who.id().value())
                .query(Long.class)
                .single();
    }

    private @Nullable Long owner(String number) {
        drain();
        return holder(number);
    }

    private @Nullable Long holder(String number) {
        return detail(number).assigneeId();
    }

    private TicketDetail detail(String number) {
        return details.detail(manager, number);
    }

    private void aMinuteLater() {
        jdbc.sql("update aftersales.assignment_wait set next_at = next_at - interval '1 minute'")
                .update();
        commit();
    }

    private void drain() {
        alone(sweep::drain);
    }

    /** Not in the test's transaction: the work has its own, one by one. */
    private static void alone(Runnable work) {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        work.run();
        TestTransaction.start();
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}
