package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

/** Policies for one customer, and tickets that happened earlier than they did. */
@TestComponent
@RequiredArgsConstructor
class SlaFixtures {

    static final Viewer ADMIN = Viewer.system("test");

    private final SlaPolicies policies;
    private final WorkCalendars calendars;
    private final ClockKeeper keeper;
    private final JdbcClient jdbc;

    /** Every step is committed, since clocks are settled at the end of a transaction. */
    static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }

    WorkCalendarId aroundTheClock() {
        return calendars.create(
                ADMIN, new CalendarDefinition("全天", "All day", ZoneId.of("UTC"), WorkWeek.always(), List.of()));
    }

    /** Open for ten minutes a week. */
    static CalendarDefinition almostNever() {
        return new CalendarDefinition("夜间", "Night", ZoneId.of("UTC"), WorkWeek.parse("MONDAY 00:00-00:10"), List.of());
    }

    SlaPolicyId publish(SlaTerms terms) {
        var policy = policies.create(ADMIN, draft(terms));
        policies.publish(ADMIN, policy, null);
        return policy;
    }

    void republish(SlaPolicyId policy, SlaTerms terms) {
        policies.change(ADMIN, policy, null, draft(terms));
        policies.publish(ADMIN, policy, null);
    }

    /** So that no other test's tickets are promised anything. */
    void forget(SlaPolicyId policy) {
        jdbc.sql("update aftersales.sla_policy set retired_at = now() where id = ?")
                .param(policy.value())
                .update();
        commit();
    }

    static SlaTerms terms(CustomerId customer, WorkCalendarId calendar, Map<ClockType, Map<Priority, Target>> targets) {
        return new SlaTerms(
                PolicyBasis.CUSTOMER,
                Set.of(customer.value()),
                Set.of(),
                Set.of(),
                Set.of(),
                calendar,
                null,
                false,
                targets,
                List.of());
    }

    static Map<Priority, Target> targets(String first, String other) {
        var target = Target.parse(other);
        return Map.of(Priority.P1, Target.parse(first), Priority.P2, target, Priority.P3, target, Priority.P4, target);
    }

    private static DraftPolicy draft(SlaTerms terms) {
        return new DraftPolicy("测试策略", "Test policy", 10, terms);
    }

    /** As if everything had happened so much earlier, with the policy in force then; no breach is recorded yet. */
    Instant age(long ticket, SlaPolicyId policy, Duration ago) {
        var at = Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS);
        for (var sql : List.of(
                "update aftersales.ticket set opened_at = ? where id = ?",
                "update aftersales.ticket_status_change set at = ? where ticket_id = ?",
                "update aftersales.ticket_message set at = ? where ticket_id = ?")) {
            jdbc.sql(sql).params(Timestamp.from(at), ticket).update();
        }
        jdbc.sql("delete from aftersales.ticket_clock where ticket_id = ?")
                .param(ticket)
                .update();
        jdbc.sql("delete from aftersales.ticket_escalation where ticket_id = ?")
                .param(ticket)
                .update();
        jdbc.sql("update aftersales.sla_policy_version set valid_from = ? where policy_id = ?")
                .params(Timestamp.from(at), policy.value())
                .update();
        keeper.settle(Set.of(ticket), ClockKeeper.Occasion.CHANGE);
        jdbc.sql("update aftersales.ticket_clock set breached_at = null where ticket_id = ?")
                .param(ticket)
                .update();
        commit();
        return at;
    }
}
