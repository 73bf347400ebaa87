package io.throughline.aftersales.sla;

import static io.throughline.aftersales.sla.SlaFixtures.ADMIN;
import static io.throughline.aftersales.sla.SlaFixtures.commit;
import static io.throughline.aftersales.sla.SlaFixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.sla.SlaTrialQueries.Move;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.job.JobId;
import io.throughline.foundation.job.JobQueries;
import io.throughline.foundation.job.JobState;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What past tickets would have looked like under other terms. */
@CoreTest
@Import({TicketFixtures.class, SlaFixtures.class})
class SlaTrialTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    SlaFixtures sla;

    @Autowired
    SlaPolicies policies;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    SlaTrials trials;

    @Autowired
    SlaTrialQueries queries;

    @Autowired
    JobQueries jobs;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    Viewer admin;
    WorkCalendarId calendar;
    CustomerId customer;
    SlaPolicyId policy;
    String number;

    @BeforeEach
    void aTicketSolvedInFiveOfEightHours() {
        admin = given.staff(Role.ADMIN, Role.MANAGER, Role.SUPPORT_AGENT);
        customer = given.customer();
        calendar = sla.aroundTheClock();
        policy = sla.publish(terms("8h"));
        number = given.ticket(given.contactUser(given.contact(customer, true)), "主轴异响");
        commit();
        sla.age(details.detail(admin, number).id().value(), policy, Duration.ofHours(5));
        tickets.resolve(admin, number);
        commit();
    }

    @AfterEach
    void nobodyElseIsPromisedAnything() {
        commit();
        sla.forget(policy);
    }

    @Test
    void areBrokenUnderAStricterDraftThatHoldsForNobodyYet() {
        policies.change(ADMIN, policy, null, new DraftPolicy("更严", "Stricter", 10, terms("4h")));
        commit();

        var trial = tried(policy.value(), null);

        assertThat(own(trial))
                .extracting(SlaTrialQueries.Compared::was, SlaTrialQueries.Compared::becomes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ClockOutcome.MET, ClockOutcome.BREACHED));
        assertThat(queries.moves(admin, trial))
                .extracting(Move::type, Move::was, Move::becomes)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        ClockType.RESOLUTION, ClockOutcome.MET, ClockOutcome.BREACHED));
        assertThat(queries.require(admin, trial).tickets()).isPositive();
    }

    @Test
    void areDueLaterUnderACalendarThatIsHardlyEverOpen() {
        var night = calendars.create(ADMIN, SlaFixtures.almostNever());
        commit();

        var trial = tried(null, night.value());

        assertThat(own(trial)).singleElement().satisfies(one -> {
            assertThat(one.becomes()).isEqualTo(ClockOutcome.MET);
            assertThat(one.becomesDue()).isAfter(one.wasDue());
        });
    }

    @Test
    void needSomethingElseToTry() {
        assertThatThrownBy(() -> trials.start(admin, wanted(null, null))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> trials.start(admin, wanted(policy.value(), null)))
                .isInstanceOf(RuleViolation.class);
        org.springframework.test.context.transaction.TestTransaction.end();
        org.springframework.test.context.transaction.TestTransaction.start();
    }

    private List<SlaTrialQueries.Compared> own(long trial) {
        return queries.clocks(admin, trial, ClockType.RESOLUTION, null, null, PageRequest.first(100)).rows().stream()
                .filter(row -> row.ticket().equals(number))
                .toList();
    }

    private long tried(@Nullable Long draft, @Nullable Long other) {
        JobId job = trials.start(admin, wanted(draft, other));
        commit();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> jobs.require(admin, job.value()).state() == JobState.DONE);
        return queries.list(admin).get(0).id();
    }

    private static TrySlaTerms wanted(@Nullable Long draft, @Nullable Long other) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return new TrySlaTerms(today.minusDays(1), today.plusDays(1), draft, other);
    }

    private SlaTerms terms(String solved) {
        return SlaFixtures.terms(customer, calendar, Map.of(ClockType.RESOLUTION, targets(solved, solved)));
    }
}
