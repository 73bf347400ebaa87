package io.throughline.aftersales.sla;

import static io.throughline.aftersales.sla.SlaFixtures.commit;
import static io.throughline.aftersales.sla.SlaFixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.sla.clock.ClockSegment;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.ChangeStatus;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    @Autowired
    TicketFixtures given;

    @Autowired
    SlaFixtures sla;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketClockQueries clocks;

    @Autowired
    BreachSweep sweep;

    @Autowired
    PortalTickets portal;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer asker;
    SlaPolicyId policy;
    CustomerId customer;
    String number;

    @BeforeEach
    void aCustomerWithAPolicyAsks() {
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        customer = given.customer();
        asker = given.contactUser(given.contact(customer, true));
        policy = sla.publish(SlaFixtures.terms(
                customer,
                sla.aroundTheClock(),
                Map.of(
                        ClockType.FIRST_RESPONSE, targets("30", "60"),
                        ClockType.NEXT_RESPONSE, targets("60", "120"),
                        ClockType.RESOLUTION, targets("4h", "8h"))));
        number = given.ticket(asker, "主轴异响");
        commit();
    }

    @AfterEach
    void nobodyElseIsPromisedAnything() {
        commit();
        sla.forget(policy);
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
    void haveEachBreachRecordedOnceAtItsTrueSecond() {
        sla.age(ticket().id().value(), policy, Duration.ofDays(30));
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
    void stopRestoreByAWorkaroundAndLetFixRunOn() {
        sla.republish(
                policy,
                SlaFixtures.terms(
                        customer,
                        sla.aroundTheClock(),
                        Map.of(
                                ClockType.RESTORE, targets("2h", "2h"),
                                ClockType.RESOLUTION, targets("8h", "8h"))));
        number = given.ticket(asker, "主轴停转");
        commit();

        tickets.workAround(agent, number, true);
        commit();
        assertThat(clock(ClockType.RESTORE).isMet()).isTrue();
        assertThat(clock(ClockType.RESTORE).stoppedAt()).isEqualTo(ticket().workaroundAt());
        assertThat(clock(ClockType.RESOLUTION).isOwed()).isTrue();

        tickets.workAround(agent, number, false);
        commit();
        assertThat(clock(ClockType.RESTORE).isOwed()).isTrue();
        assertThat(ticket().workaroundAt()).isNull();
    }

    @Test
    void leaveRestoreMetWhenTheFixBehindAWorkaroundIsRefused() {
        sla.republish(
                policy,
                SlaFixtures.terms(
                        customer,
                        sla.aroundTheClock(),
                        Map.of(
                                ClockType.RESTORE, targets("2h", "2h"),
                                ClockType.RESOLUTION, targets("8h", "8h"))));
        number = given.ticket(asker, "主轴停转");
        commit();
        tickets.workAround(agent, number, true);
        tickets.resolve(agent, number);
        commit();
        assertThat(clock(ClockType.RESOLUTION).isOwed()).isFalse();

        portal.refuse(asker, number, "还是停转");
        commit();

        assertThat(clock(ClockType.RESTORE).isMet()).isTrue();
        assertThat(clock(ClockType.RESTORE).stoppedAt()).isEqualTo(ticket().workaroundAt());
        assertThat(clock(ClockType.RESOLUTION).isOwed()).isTrue();
    }

    @Test
    void refuseAWorkaroundOfAnythingButADiagnosis() {
        jdbc.sql("update aftersales.ticket set kind = 'TRAINING' where number = ?")
                .param(number)
                .update();

        assertThatThrownBy(() -> tickets.workAround(agent, number, true)).isInstanceOf(RuleViolation.class);
        TestTransaction.end();
        TestTransaction.start();
    }

    @Test
    void areToldInShortForManyTicketsInOneStatement() {
        var other = given.ticket(asker, "第二张");
        commit();
        var ids =
                List.of(ticket().id().value(), details.detail(agent, other).id().value());
        var told = new java.util.HashMap<Long, List<ClockBrief>>();

        assertThat(Statements.during(() -> told.putAll(clocks.briefs(agent, ids))))
                .filteredOn(sql -> sql.contains("distinct on"))
                .hasSize(1);
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(told.get(ids.get(0)))
                .extracting(ClockBrief::due)
                .containsExactlyElementsOf(
                        clocks().stream().map(TicketClock::due).toList());
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
}
