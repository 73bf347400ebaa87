package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketCourseTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    Tickets tickets;

    @Autowired
    TicketTimers timers;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Viewer agent;
    private Viewer asker;

    @BeforeEach
    void aContactAndAnAgent() {
        agent = given.staff(Role.SUPPORT_AGENT);
        asker = given.contactUser(given.contact(given.customer(), false));
    }

    @Test
    void reopensAResolvedTicketByTheCustomersAnswerWithinSevenDays() {
        var number = given.ticket(asker, "打印机");
        tickets.resolve(agent, number);
        resolvedAgo(number, "6 days");

        var answered = portal.answer(asker, number, "还是不行");

        assertThat(answered.number()).isEqualTo(number);
        assertThat(details.detail(agent, number).status().code()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(details.detail(agent, number).reopenedCount()).isEqualTo(1);
    }

    @Test
    void opensAFollowUpWhenTheCustomerAnswersAfterTheSeventhDay() {
        var number = given.ticket(asker, "打印机");
        tickets.resolve(agent, number);
        resolvedAgo(number, "8 days");

        var answered = portal.answer(asker, number, "又坏了");

        assertThat(answered.number()).isNotEqualTo(number);
        assertThat(details.detail(agent, number).isClosed()).isTrue();
        assertThat(details.links(agent, answered.id()))
                .extracting(LinkedTicket::number, LinkedTicket::kind)
                .containsExactly(tuple(number, LinkKind.FOLLOW_UP));
    }

    @Test
    void closesResolvedTicketsAfterTheDaysAndOnlyThose() {
        var old = given.ticket(asker, "旧的");
        var fresh = given.ticket(asker, "新的");
        tickets.resolve(agent, old);
        tickets.resolve(agent, fresh);
        resolvedAgo(old, "8 days");

        assertThat(timers.closeResolved(SYSTEM)).isEqualTo(1);
        assertThat(timers.closeResolved(SYSTEM)).isZero();

        assertThat(details.detail(agent, old).isClosed()).isTrue();
        assertThat(details.detail(agent, fresh).isResolved()).isTrue();
    }

    @Test
    void bringsAHeldTicketBackAtItsTimeAndTellsTheOwner() {
        var number = given.ticket(asker, "等停机窗口");
        tickets.take(agent, number);
        tickets.changeStatus(
                agent,
                number,
                new ChangeStatus(TicketStatus.ON_HOLD, "等停机窗口", Instant.now().plus(Duration.ofMinutes(90)), null));
        assertThat(timers.wakeHeld(SYSTEM)).isZero();
        jdbc.sql("update aftersales.ticket set held_until = now() - interval '1 second' where number = ?")
                .param(number)
                .update();
        entities.clear();

        assertThat(timers.wakeHeld(SYSTEM)).isEqualTo(1);

        assertThat(details.detail(agent, number).status().code()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(given.noticesOf(agent)).contains("aftersales.ticket.notice.woken");
    }

    @Test
    void refusesAHoldWithoutReasonOrDate() {
        var number = given.ticket(asker, "挂起");

        assertThatThrownBy(() -> tickets.changeStatus(agent, number, ChangeStatus.to(TicketStatus.ON_HOLD)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("aftersales.ticket.holdNeedsReason");
        assertThatThrownBy(() ->
                        tickets.changeStatus(agent, number, new ChangeStatus(TicketStatus.ON_HOLD, "备件", null, null)))
                .hasMessage("aftersales.ticket.holdNeedsDate");
    }

    private void resolvedAgo(String number, String age) {
        jdbc.sql("update aftersales.ticket set resolved_at = now() - cast(? as interval) where number = ?")
                .params(age, number)
                .update();
        entities.clear();
    }
}
