package io.throughline.aftersales.sla;

import static io.throughline.aftersales.sla.SlaFixtures.ADMIN;
import static io.throughline.aftersales.sla.SlaFixtures.commit;
import static io.throughline.aftersales.sla.SlaFixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SaveCustomer;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What clocks do when what they are counted by changes (service rules 7 and 8), and that history tells the same (13). */
@CoreTest
@Import({TicketFixtures.class, SlaFixtures.class})
class ClockChangeTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    SlaFixtures sla;

    @Autowired
    SlaPolicies policies;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    Customers customers;

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
        calendar = sla.aroundTheClock();
        policy = sla.publish(terms(Map.of(
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
        sla.age(ticket().id().value(), policy, Duration.ofHours(3));
        sweep.run(Instant.now());
        commit();
        var breach = clock(ClockType.FIRST_RESPONSE).breachedAt();
        assertThat(breach).isEqualTo(clock(ClockType.FIRST_RESPONSE).due());

        sla.republish(policy, terms(Map.of(ClockType.FIRST_RESPONSE, targets("2000", "2000"))));
        recomputeAfter("policy");

        assertThat(clock(ClockType.FIRST_RESPONSE).due()).isAfter(Instant.now());
        assertThat(clock(ClockType.FIRST_RESPONSE).breachedAt()).isEqualTo(breach);
        assertThat(clock(ClockType.FIRST_RESPONSE).policyNumber()).isEqualTo(2);
        assertThat(clocks()).extracting(TicketClock::type).doesNotContain(ClockType.RESOLUTION);
    }

    @Test
    void followACalendar() {
        calendars.change(ADMIN, calendar, null, SlaFixtures.almostNever());
        recomputeAfter("calendar");

        assertThat(clock(ClockType.FIRST_RESPONSE).due()).isAfter(Instant.now().plus(Duration.ofDays(28)));
    }

    @Test
    void fallAwayWithTheirPolicyAndLeaveNoStaleDueTime() {
        policies.retire(ADMIN, policy, null);
        recomputeAfter("retired");

        assertThat(clocks()).isEmpty();
        assertThat(ticket().dueAt()).isNull();
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
        sla.republish(policy, terms(Map.of(ClockType.RESOLUTION, targets("1bd", "2bd"))));
        calendars.change(ADMIN, calendar, null, SlaFixtures.almostNever());
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

    @Test
    void followTheTierOfTheCustomerAndTellWhy() {
        var tierPolicy = sla.publish(new SlaTerms(
                PolicyBasis.CUSTOMER,
                Set.of(),
                Set.of(CustomerTier.KEY),
                Set.of(),
                Set.of(),
                calendar,
                null,
                false,
                Map.of(ClockType.RESOLUTION, targets("1h", "1h")),
                List.of()));
        policies.retire(ADMIN, policy, null);
        recomputeAfter("retired");
        assertThat(clocks()).isEmpty();

        customers.change(ADMIN, customer, master(CustomerTier.KEY, null));
        recomputeAfter(jobCause());

        assertThat(clock(ClockType.RESOLUTION).due())
                .isEqualTo(ticket().openedAt().plus(Duration.ofHours(1)));
        assertThat(jobCause()).isEqualTo("customer tier STANDARD → KEY");
        assertThat(causesOf("RESOLUTION")).contains("customer tier STANDARD → KEY");
        sla.forget(tierPolicy);
    }

    @Test
    void followAHolidayAndTellWhy() {
        calendars.addSpecialDays(
                ADMIN,
                calendar,
                null,
                List.of(
                        SpecialDay.holiday(LocalDate.now(ZoneOffset.UTC), "停工"),
                        SpecialDay.holiday(LocalDate.now(ZoneOffset.UTC).plusDays(1), "停工")),
                "holidays");
        recomputeAfter("holidays");

        assertThat(Objects.requireNonNull(clock(ClockType.FIRST_RESPONSE).due()))
                .isAfterOrEqualTo(
                        LocalDate.now(ZoneOffset.UTC).plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(causesOf("FIRST_RESPONSE")).containsExactly("holidays");
    }

    @Test
    void countOnlyWhileBothWorkWhereThePolicySaysSo() {
        var night = calendars.create(ADMIN, SlaFixtures.almostNever());
        sla.republish(policy, bothWork());
        recomputeAfter("policy");
        assertThat(clock(ClockType.RESOLUTION).due())
                .isEqualTo(ticket().openedAt().plus(Duration.ofHours(8)));

        customers.change(ADMIN, customer, master(CustomerTier.STANDARD, night.value()));
        assertThat(jobCause()).isEqualTo("customer calendar – → " + night.value());
        recomputeAfter(jobCause());

        assertThat(clock(ClockType.RESOLUTION).due())
                .isAfter(ticket().openedAt().plus(Duration.ofDays(300)));
        assertThat(replay.replay(ticket().id().value() - 1).differences()).isEmpty();
        customers.change(ADMIN, customer, master(CustomerTier.STANDARD, null));
        commit();
        assertThat(replay.replay(ticket().id().value() - 1).differences()).isEmpty();
    }

    private SlaTerms bothWork() {
        return new SlaTerms(
                PolicyBasis.CUSTOMER,
                Set.of(customer.value()),
                Set.of(),
                Set.of(),
                Set.of(),
                calendar,
                null,
                true,
                Map.of(ClockType.RESOLUTION, targets("8h", "8h")),
                List.of());
    }

    private static SaveCustomer master(CustomerTier tier, @Nullable Long calendar) {
        return new SaveCustomer(
                "蓝山数据有限公司", "蓝山数据", null, null, tier, null, null, null, null, null, null, calendar, null);
    }

    /** The cause that the newest recompute job was started with. */
    private String jobCause() {
        return jdbc.sql("select payload::jsonb ->> 'cause' from foundation.job where kind = ? order by id desc limit 1")
                .param(RecomputeClocks.KIND)
                .query(String.class)
                .single();
    }

    private List<String> causesOf(String clock) {
        return jdbc.sql("""
                        select cause from foundation.audit_entry
                         where subject_type = 'TICKET' and subject_id = ? and field = ?
                         order by id
                        """)
                .params(ticket().id().value(), clock)
                .query(String.class)
                .list();
    }

    private void recomputeAfter(String cause) {
        recompute.settle(ticket().id().value() - 1, new RecomputeClocks.Payload(cause, customer.value()));
        commit();
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
                        null,
                        Set.of(),
                        null,
                        false,
                        false,
                        ticket.version()));
    }

    private SlaTerms terms(Map<ClockType, Map<Priority, Target>> targets) {
        return SlaFixtures.terms(customer, calendar, targets);
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
}
