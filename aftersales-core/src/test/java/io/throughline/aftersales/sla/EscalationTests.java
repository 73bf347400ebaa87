package io.throughline.aftersales.sla;

import static io.throughline.aftersales.sla.SlaFixtures.ADMIN;
import static io.throughline.aftersales.sla.SlaFixtures.commit;
import static io.throughline.aftersales.sla.SlaFixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.aftersales.sla.StoredLevel.State;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.ChangeStatus;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Levels of escalation (service rule 14): one hour to answer and four to solve, around the clock. */
@CoreTest
@Import({TicketFixtures.class, SlaFixtures.class})
class EscalationTests {

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
    EscalationSweep sweep;

    @Autowired
    BreachSweep breaches;

    @Autowired
    LevelRows rows;

    @Autowired
    RecomputeClocks recompute;

    @Autowired
    SlaPolicies policies;

    @Autowired
    SlaPolicyQueries policyQueries;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer colleague;
    WorkCalendarId calendar;
    CustomerId customer;
    SlaPolicyId policy;
    String number;
    long team;

    @BeforeEach
    void aCustomerWithAPolicyAsks() {
        team = given.team("二线");
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        colleague = given.agentOf(team);
        customer = given.customer();
        calendar = sla.aroundTheClock();
        policy = sla.publish(terms());
        number = given.ticket(given.contactUser(given.contact(customer, true)), "主轴异响");
        commit();
    }

    @AfterEach
    void nobodyElseIsPromisedAnything() {
        commit();
        sla.forget(policy);
    }

    @Test
    void runOnceAndInOrderAndSayWhatTheyDid() {
        var opened = openedWith(
                Duration.ofHours(5),
                "RESOLUTION -50% raise",
                "RESOLUTION 0m tell=OWNER assignee=%d team=%d"
                        .formatted(colleague.id().value(), team));

        sweep();
        sweep();

        assertThat(ticket().priority()).isEqualTo(Priority.P2);
        assertThat(ticket().teamId()).isEqualTo(team);
        assertThat(ticket().assigneeId()).isEqualTo(colleague.id().value());
        assertThat(levels())
                .extracting(StoredLevel::number, StoredLevel::state, StoredLevel::due)
                .containsExactly(
                        tuple(1, State.RAN, opened.plus(Duration.ofHours(2))),
                        tuple(2, State.RAN, opened.plus(Duration.ofHours(4))));
        assertThat(details.timeline(agent, ticket(), true).stream()
                        .filter(entry -> entry.what().equals("LEVEL"))
                        .map(entry -> String.valueOf(entry.to())))
                .containsExactly(
                        "RESOLUTION 1 " + opened.plus(Duration.ofHours(2)),
                        "RESOLUTION 2 " + opened.plus(Duration.ofHours(4)));
        assertThat(given.noticesOf(colleague)).containsOnlyOnce(SlaNoticeKinds.ESCALATED);
    }

    @Test
    void waitForTheirTime() {
        openedWith(Duration.ofHours(1), "RESOLUTION -50% raise", "RESOLUTION +2h raise");

        sweep();

        assertThat(levels()).extracting(StoredLevel::state).containsExactly(State.WAITING, State.WAITING);
        assertThat(ticket().priority()).isEqualTo(Priority.P3);
    }

    @Test
    void countMinutesHoursDaysAndPercentBeforeAndAfterDue() {
        var opened = openedWith(
                Duration.ofMinutes(1),
                "RESOLUTION -75% raise",
                "RESOLUTION -30m raise",
                "RESOLUTION +2h raise",
                "RESOLUTION +1bd raise");

        assertThat(levels())
                .extracting(level -> Duration.between(opened, level.due()))
                .containsExactly(
                        Duration.ofHours(1), Duration.ofMinutes(210), Duration.ofHours(6), Duration.ofHours(28));
    }

    @Test
    void neverComeBeforeAnEarlierOne() {
        var opened = openedWith(Duration.ofMinutes(1), "RESOLUTION 0m raise", "RESOLUTION -30m tell=OWNER");

        assertThat(levels())
                .extracting(StoredLevel::number, StoredLevel::due)
                .containsExactly(
                        tuple(1, opened.plus(Duration.ofHours(4))), tuple(2, opened.plus(Duration.ofHours(4))));
    }

    @Test
    void areCancelledByAResponseAndByAResolution() {
        openedWith(Duration.ofMinutes(1), "FIRST_RESPONSE -10% raise", "RESOLUTION -10% raise");
        assertThat(levels()).hasSize(2);

        conversation.add(agent, number, AddMessage.reply("已收到"));
        commit();
        assertThat(levels()).extracting(level -> level.clock().type()).containsExactly(ClockType.RESOLUTION);

        tickets.resolve(agent, number);
        commit();
        assertThat(levels()).isEmpty();

        tickets.reopen(agent, number);
        commit();
        assertThat(levels()).extracting(StoredLevel::state).containsExactly(State.WAITING);
    }

    @Test
    void stayAwayWhileTheClockIsPausedAndComeLaterByThePause() {
        var opened = openedWith(Duration.ofHours(1), "RESOLUTION -50% raise");
        tickets.changeStatus(agent, number, ChangeStatus.to(TicketStatus.WAITING_CUSTOMER));
        commit();

        assertThat(levels()).isEmpty();
        sweep.run(Instant.now().plus(Duration.ofDays(3)));
        assertThat(ticket().priority()).isEqualTo(Priority.P3);

        tickets.changeStatus(agent, number, ChangeStatus.to(TicketStatus.IN_PROGRESS));
        commit();
        assertThat(levels().get(0).due()).isAfter(opened.plus(Duration.ofHours(2)));
    }

    @Test
    void arePassedWhereTheirCriteriaDoNotHold() {
        openedWith(
                Duration.ofHours(5),
                "RESOLUTION -50% if-unassigned raise",
                "RESOLUTION -25% if-priorities=P1 raise",
                "RESOLUTION -10% if-kinds=TRAINING raise",
                "RESOLUTION 0m if-teams=%d raise".formatted(given.team("三线")));
        tickets.assign(agent, number, new AssignTicket(team, colleague.id().value(), null));
        commit();

        sweep();

        assertThat(levels())
                .extracting(StoredLevel::state)
                .containsExactly(State.PASSED, State.PASSED, State.PASSED, State.PASSED);
        assertThat(ticket().priority()).isEqualTo(Priority.P3);
    }

    @Test
    void keepTheirTrueTimeWhenFoundLate() {
        var opened = openedWith(Duration.ofDays(3), "RESOLUTION 0m tell=MANAGERS");
        var now = Instant.now();

        sweep.run(now);

        assertThat(levels().get(0).due()).isEqualTo(opened.plus(Duration.ofHours(4)));
        assertThat(levels().get(0).found()).isBetween(now.minusMillis(1), now.plusMillis(1));
        assertThat(given.noticesOf(agent)).contains(SlaNoticeKinds.ESCALATED);
    }

    @Test
    void areRebuiltByAChangeButDoNotRunAgain() {
        var opened = openedWith(Duration.ofHours(3), "RESOLUTION -50% raise", "RESOLUTION 0m raise");
        sweep();

        sla.republish(policy, terms("RESOLUTION -50% raise", "RESOLUTION +1h raise"));
        recompute.settle(ticket().id().value() - 1, new RecomputeClocks.Payload("policy", null));
        commit();

        assertThat(levels())
                .extracting(StoredLevel::number, StoredLevel::state, StoredLevel::due)
                .containsExactly(
                        tuple(1, State.RAN, opened.plus(Duration.ofHours(2))),
                        tuple(2, State.WAITING, opened.plus(Duration.ofHours(5))));
    }

    @Test
    void ofAPolicyThatCameLaterArePassed() {
        openedWith(Duration.ofHours(3), "RESOLUTION +10h raise");

        sla.republish(policy, terms("RESOLUTION -50% raise"));
        recompute.settle(ticket().id().value() - 1, new RecomputeClocks.Payload("policy", null));
        commit();
        sweep();

        assertThat(levels()).extracting(StoredLevel::state).containsExactly(State.PASSED);
        assertThat(ticket().priority()).isEqualTo(Priority.P3);
    }

    @Test
    void leaveOutWhoHasLeft() {
        openedWith(
                Duration.ofHours(5),
                "RESOLUTION 0m assignee=%d team=%d".formatted(colleague.id().value(), team));
        jdbc.sql("update foundation.app_user set active = false where id = ?")
                .param(colleague.id().value())
                .update();
        commit();

        sweep();

        assertThat(ticket().teamId()).isEqualTo(team);
        assertThat(ticket().assigneeId()).isNull();
    }

    @Test
    void tellTheTeamOfABreachWhereNobodyHasTheTicket() {
        tickets.assign(agent, number, new AssignTicket(team, null, null));
        commit();
        openedWith(Duration.ofHours(5), "RESOLUTION +100h raise");

        breaches.record(Instant.now());
        breaches.record(Instant.now());
        commit();

        assertThat(given.noticesOf(colleague)).containsExactly(SlaNoticeKinds.BREACHED, SlaNoticeKinds.BREACHED);
    }

    @Test
    void areWrittenIntoTheDraftAtTheirPlaceAndTakenOut() {
        policies.putLevel(ADMIN, policy, null, null, 1, level("RESOLUTION -50% raise"));
        policies.putLevel(
                ADMIN,
                policy,
                null,
                null,
                1,
                level("RESOLUTION -75% tell=OWNER,TEAM people=" + agent.id().value()));
        policies.putLevel(ADMIN, policy, null, 2, 9, level("RESOLUTION 0m raise"));

        assertThat(policyQueries.require(ADMIN, policy).latest().levels())
                .extracting(level -> level.offset().toString())
                .containsExactly("-75%", "0m");
        policies.removeLevel(ADMIN, policy, null, 1);
        assertThat(policyQueries.require(ADMIN, policy).latest().levels())
                .containsExactly(level("RESOLUTION 0m raise"));
        assertThat(levels()).isEmpty();
    }

    private Instant openedWith(Duration ago, String... levels) {
        sla.republish(policy, terms(levels));
        return sla.age(ticket().id().value(), policy, ago);
    }

    private SlaTerms terms(String... levels) {
        return SlaFixtures.terms(
                        customer,
                        calendar,
                        Map.of(
                                ClockType.FIRST_RESPONSE, targets("60", "60"),
                                ClockType.RESOLUTION, targets("4h", "4h")))
                .escalating(Arrays.stream(levels).map(EscalationTests::level).toList());
    }

    private static EscalationLevel level(String line) {
        return LevelText.read(line);
    }

    private void sweep() {
        sweep.run(Instant.now());
        commit();
    }

    private List<StoredLevel> levels() {
        var ticket = ticket().id().value();
        return rows.of(List.of(ticket)).getOrDefault(ticket, List.of());
    }

    private TicketDetail ticket() {
        return details.detail(agent, number);
    }
}
