package io.throughline.aftersales.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.sla.clock.ClockSegment;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.ChangeStatus;
import io.throughline.aftersales.ticket.EditTicket;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

/** Clocks that are kept with tickets. Each step is committed, since clocks are settled at the end of a transaction. */
@CoreTest
@Import({TicketFixtures.class, SlaFixtures.class, Statements.class})
class TicketClockTests {

    private static final Viewer ADMIN = Viewer.system("test");

    @Autowired
    TicketFixtures given;

    @Autowired
    SlaPolicies policies;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketClockQueries clocks;

    @Autowired
    RecomputeClocks recompute;

    @Autowired
    BreachSweep sweep;

    @Autowired
    ClockKeeper keeper;

    @Autowired
    ReplayClocks replay;

    @Autowired
    PortalTickets portal;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer asker;
    WorkCalendarId calendar;
    SlaPolicyId policy;
    CustomerId customer;
    String number;

    @BeforeEach
    void aCustomerWithAPolicyAsks() {
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        customer = given.customer();
        asker = given.contactUser(given.contact(customer, true));
        calendar = calendars.create(ADMIN, allDay("全天"));
        policy = policies.create(
                ADMIN,
                draft(Map.of(
                        ClockType.FIRST_RESPONSE, targets("30", "60"),
                        ClockType.NEXT_RESPONSE, targets("60", "120"),
                        ClockType.RESOLUTION, targets("4h", "8h"))));
        policies.publish(ADMIN, policy, null);
        number = given.ticket(asker, "主轴异响");
        commit();
    }

    @AfterEach
    void nobodyElseIsPromisedAnything() {
        commit();
        jdbc.sql("update aftersales.sla_policy set retired_at = now() where id = ?")
                .param(policy.value())
                .update();
        commit();
    }

    @Test
    void startWithTheTicketAndSayWhatIsDueNext() {
        var ticket = ticket();

        assertThat(clocks())
                .extracting(TicketClock::type)
                .containsExactly(ClockType.FIRST_RESPONSE, ClockType.RESOLUTION);
        assertThat(ticket.dueAt()).isEqualTo(clock(ClockType.FIRST_RESPONSE).due());
        assertThat(clock(ClockType.FIRST_RESPONSE).due())
                .isEqualTo(ticket.openedAt().plus(minutes(60)));
        assertThat(clock(ClockType.RESOLUTION).counted()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void stopTheFirstResponseWithAnAnswerButNotWithANote() {
        conversation.add(agent, number, AddMessage.note("内部"));
        commit();
        assertThat(clock(ClockType.FIRST_RESPONSE).stoppedAt()).isNull();

        conversation.add(agent, number, AddMessage.reply("已收到"));
        commit();
        assertThat(clock(ClockType.FIRST_RESPONSE).isMet()).isTrue();
        assertThat(ticket().dueAt()).isEqualTo(clock(ClockType.RESOLUTION).due());
    }

    @Test
    void standStillWhileWaitingAndSayWhy() {
        conversation.add(agent, number, AddMessage.reply("请提供照片"));
        tickets.changeStatus(agent, number, ChangeStatus.to(TicketStatus.WAITING_CUSTOMER));
        commit();

        assertThat(clock(ClockType.RESOLUTION).due()).isNull();
        assertThat(clock(ClockType.RESOLUTION).isPaused()).isTrue();
        assertThat(clock(ClockType.RESOLUTION).segments())
                .extracting(ClockSegment::status)
                .contains(TicketStatus.WAITING_CUSTOMER);
        assertThat(ticket().dueAt()).isNull();
        assertThat(paused()).isTrue();
    }

    @Test
    void followThePriorityAndTellTheAuditTrailOldAndNew() {
        var before = clock(ClockType.RESOLUTION).due();
        edit(Priority.P1);
        commit();

        var after = clock(ClockType.RESOLUTION).due();
        assertThat(after).isEqualTo(ticket().openedAt().plus(Duration.ofHours(4)));
        assertThat(jdbc.sql("""
                        select cause, old_value, new_value from foundation.audit_entry
                         where subject_type = 'TICKET' and subject_id = ? and field = 'RESOLUTION'
                        """).param(ticket().id().value()).query().singleRow())
                .containsEntry("cause", "PRIORITY")
                .containsEntry("old_value", String.valueOf(before))
                .containsEntry("new_value", String.valueOf(after));
    }

    @Test
    void followAPolicyButKeepTheBreachesThatWereRecorded() {
        open(ticket(), Duration.ofHours(3));
        sweep.run(Instant.now());
        commit();
        var breach = clock(ClockType.FIRST_RESPONSE).breachedAt();
        assertThat(breach).isEqualTo(clock(ClockType.FIRST_RESPONSE).due());

        policies.change(ADMIN, policy, null, draft(Map.of(ClockType.FIRST_RESPONSE, targets("2000", "2000"))));
        policies.publish(ADMIN, policy, null);
        recompute.settle(ticket().id().value() - 1, "policy");
        commit();

        assertThat(clock(ClockType.FIRST_RESPONSE).due()).isAfter(Instant.now());
        assertThat(clock(ClockType.FIRST_RESPONSE).breachedAt()).isEqualTo(breach);
        assertThat(clock(ClockType.FIRST_RESPONSE).policyNumber()).isEqualTo(2);
        assertThat(clocks()).extracting(TicketClock::type).doesNotContain(ClockType.RESOLUTION);
    }

    @Test
    void followACalendar() {
        calendars.change(
                ADMIN,
                calendar,
                null,
                new CalendarDefinition(
                        "夜间", "Night", ZoneId.of("UTC"), WorkWeek.parse("MONDAY 00:00-00:10"), List.of()));
        recompute.settle(ticket().id().value() - 1, "calendar");
        commit();

        assertThat(clock(ClockType.FIRST_RESPONSE).due()).isAfter(Instant.now().plus(Duration.ofDays(28)));
    }

    @Test
    void haveEachBreachRecordedOnceAtItsTrueSecond() {
        open(ticket(), Duration.ofDays(30));
        var due = ticket().openedAt().plus(minutes(60));

        assertThat(sweep.record(Instant.now())).isGreaterThanOrEqualTo(2);
        commit();
        assertThat(clock(ClockType.FIRST_RESPONSE).breachedAt()).isEqualTo(due);
        assertThat(sweep.record(Instant.now())).isZero();
    }

    @Test
    void areNotPromisedWhereNoPolicyMatches() {
        var stranger = given.contactUser(given.contact(given.customer(), true));
        number = given.ticket(stranger, "没有约定");
        commit();

        assertThat(clocks()).isEmpty();
        assertThat(ticket().dueAt()).isNull();
    }

    @Test
    void fallAwayWithTheirPolicyAndLeaveNoStaleDueTime() {
        policies.retire(ADMIN, policy, null);
        recompute.settle(ticket().id().value() - 1, "retired");
        commit();

        assertThat(clocks()).isEmpty();
        assertThat(ticket().dueAt()).isNull();
    }

    @Test
    void runOnAfterTheCustomerRefusesTheSolution() {
        tickets.resolve(agent, number);
        commit();
        assertThat(clock(ClockType.RESOLUTION).isMet()).isTrue();

        tickets.reopen(agent, number);
        commit();
        assertThat(clock(ClockType.RESOLUTION).stoppedAt()).isNull();
    }

    @Test
    void costAsManyStatementsHoweverManyThereAre() {
        int few = Statements.during(this::clocks).size();
        for (int i = 0; i < 4; i++) {
            conversation.add(agent, number, AddMessage.reply("第 " + i + " 次"));
            commit();
            portal.answer(asker, number, "还是不行");
            commit();
        }

        assertThat(Statements.during(this::clocks).size()).isLessThanOrEqualTo(Math.max(few, 6));
    }

    @Test
    void comeOutTheSameWhenCountedAgainFromHistory() {
        conversation.add(agent, number, AddMessage.reply("请提供照片"));
        tickets.changeStatus(agent, number, ChangeStatus.to(TicketStatus.WAITING_CUSTOMER));
        commit();
        portal.answer(asker, number, "照片见附件");
        commit();
        edit(Priority.P1);
        tickets.resolve(agent, number);
        commit();
        policies.change(ADMIN, policy, null, draft(Map.of(ClockType.RESOLUTION, targets("1bd", "2bd"))));
        policies.publish(ADMIN, policy, null);
        calendars.change(
                ADMIN,
                calendar,
                null,
                new CalendarDefinition(
                        "夜间", "Night", ZoneId.of("UTC"), WorkWeek.parse("MONDAY 00:00-00:10"), List.of()));
        commit();
        tickets.reopen(agent, number);
        commit();

        assertThat(replay.replay(ticket().id().value() - 1).differences()).isEmpty();
    }

    @Test
    void areNamedByTheReplayWhenTheyWereMeddledWith() {
        jdbc.sql(
                        "update aftersales.ticket_clock set due_at = due_at + interval '1 second' where ticket_id = ? and type = 'RESOLUTION'")
                .param(ticket().id().value())
                .update();

        assertThat(replay.replay(ticket().id().value() - 1).differences())
                .extracting(ReplayClocks.Difference::ticket)
                .contains(number);
    }

    private void edit(Priority priority) {
        var ticket = ticket();
        tickets.edit(
                agent,
                number,
                new EditTicket(
                        ticket.kind(),
                        ticket.subject(),
                        priority,
                        null,
                        null,
                        ticket.customerId(),
                        ticket.requesterId(),
                        null,
                        null,
                        Set.of(),
                        null,
                        false,
                        false,
                        ticket.version()));
    }

    /** As if everything had happened so much earlier. */
    private void open(TicketDetail ticket, Duration ago) {
        var at = Timestamp.from(Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS));
        var id = ticket.id().value();
        for (var sql : List.of(
                "update aftersales.ticket set opened_at = ? where id = ?",
                "update aftersales.ticket_status_change set at = ? where ticket_id = ?",
                "update aftersales.ticket_message set at = ? where ticket_id = ?")) {
            jdbc.sql(sql).params(at, id).update();
        }
        jdbc.sql("delete from aftersales.ticket_clock where ticket_id = ?")
                .param(id)
                .update();
        jdbc.sql("update aftersales.sla_policy_version set valid_from = ? where policy_id = ?")
                .params(at, policy.value())
                .update();
        keeper.settle(Set.of(id), ClockKeeper.Occasion.CHANGE);
        jdbc.sql("update aftersales.ticket_clock set breached_at = null where ticket_id = ?")
                .param(id)
                .update();
        commit();
    }

    private DraftPolicy draft(Map<ClockType, Map<Priority, Target>> targets) {
        return new DraftPolicy(
                "测试策略",
                "Test policy",
                10,
                new SlaTerms(
                        PolicyBasis.CUSTOMER,
                        Set.of(customer.value()),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        calendar,
                        null,
                        targets,
                        List.of()));
    }

    private static Map<Priority, Target> targets(String first, String other) {
        var target = Target.parse(other);
        return Map.of(Priority.P1, Target.parse(first), Priority.P2, target, Priority.P3, target, Priority.P4, target);
    }

    private static CalendarDefinition allDay(String name) {
        return new CalendarDefinition(name, "All day", ZoneId.of("UTC"), WorkWeek.always(), List.of());
    }

    private TicketDetail ticket() {
        return details.detail(agent, number);
    }

    private List<TicketClock> clocks() {
        return clocks.of(agent, ticket());
    }

    private TicketClock clock(ClockType type) {
        return clocks().stream().filter(one -> one.type() == type).findFirst().orElseThrow();
    }

    private @Nullable Boolean paused() {
        return jdbc.sql("select clock_paused from aftersales.ticket where number = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}
