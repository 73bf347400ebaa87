package io.throughline.aftersales.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.Level;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketMerges;
import io.throughline.aftersales.ticket.TicketTimers;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class ComplaintTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    TicketFixtures given;

    @Autowired
    PortalTickets portal;

    @Autowired
    PortalComplaints theirs;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintQueries queries;

    @Autowired
    ComplaintReport report;

    @Autowired
    ComplaintCauses causes;

    @Autowired
    HouseLimits limits;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketMerges merges;

    @Autowired
    TicketTimers timers;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    Kpis kpis;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer manager;
    Viewer investigator;
    Viewer asker;
    CustomerId customer;
    String number;

    @BeforeEach
    void aCustomerComplains() {
        agent = given.staff(Role.SUPPORT_AGENT);
        manager = given.staff(Role.MANAGER);
        investigator = given.staff(Role.TECHNICIAN);
        customer = given.customer();
        asker = given.contactUser(given.contact(customer, true));
        number = complain("上门迟到两小时");
    }

    @Test
    void takesAComplaintFromTheReceiptToTheClosure() {
        assertThat(now().state()).isEqualTo(ComplaintState.RECEIVED);

        complaints.acknowledge(agent, number, new AcknowledgeComplaint("我们已收到您的投诉。"));
        complaints.assess(agent, number, assessment(null));
        complaints.investigate(agent, number, new AppointInvestigator(id(investigator)));
        complaints.find(investigator, number, findings());
        complaints.propose(agent, number, refund());
        complaints.approve(manager, number);
        assertThat(theirs.of(asker, ticket().id()).orElseThrow().response()).isNull();
        complaints.communicate(agent, number);

        assertThat(ticket().isResolved()).isTrue();
        var shown = theirs.of(asker, ticket().id()).orElseThrow();
        assertThat(shown.isToAnswer()).isTrue();
        assertThat(shown.amount()).isEqualByComparingTo("500");

        theirs.accept(asker, number);
        assertThat(ticket().isResolved()).isTrue();
        complaints.close(agent, number, new CloseComplaint(null));

        assertThat(ticket().isClosed()).isTrue();
        var closed = now();
        assertThat(closed.state()).isEqualTo(ComplaintState.CLOSED);
        assertThat(closed.acceptedAt()).isNotNull();
        assertThat(closed.handledMinutes()).isNotNull();
        assertThat(closed.steps())
                .extracting(ComplaintDetail.Step::step)
                .containsExactly(
                        ComplaintStep.RECEIPT,
                        ComplaintStep.ACKNOWLEDGEMENT,
                        ComplaintStep.ASSESSMENT,
                        ComplaintStep.INVESTIGATION,
                        ComplaintStep.FINDINGS,
                        ComplaintStep.RESPONSE,
                        ComplaintStep.APPROVAL,
                        ComplaintStep.COMMUNICATION,
                        ComplaintStep.ACCEPTANCE,
                        ComplaintStep.CLOSURE);
        assertThat(details.timeline(manager, ticket(), true))
                .filteredOn(entry -> entry.what().equals("COMPLAINT_STEP"))
                .hasSize(10);
    }

    @Test
    void isAcknowledgedByTheFirstPublicWordAndByNothingElse() {
        tickets.take(agent, number);
        assertThat(now().state()).isEqualTo(ComplaintState.RECEIVED);
        assertThat(acknowledgedOnTicket()).isNull();

        complaints.acknowledge(agent, number, new AcknowledgeComplaint("我们来查。"));

        assertThat(now().acknowledgedAt()).isNotNull();
        assertThat(acknowledgedOnTicket()).isNotNull();
        assertThatThrownBy(() -> complaints.acknowledge(agent, number, new AcknowledgeComplaint("再说一遍")))
                .hasMessageContaining("acknowledgedAlready");
    }

    @Test
    void isAcknowledgedWithoutAWordWhereTheComplainantWasTold() {
        complaints.acknowledge(agent, number, new AcknowledgeComplaint(" "));

        assertThat(now().state()).isEqualTo(ComplaintState.ACKNOWLEDGED);
        assertThat(acknowledgedOnTicket()).isNotNull();
        assertThat(ticket().status().code()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void isNotInvestigatedByTheOwnerNorByWhoOwnedIt() {
        tickets.take(agent, number);
        assessed(null);

        assertThatThrownBy(() -> appoint(agent)).hasMessageContaining("tie.OWNER");

        tickets.assign(
                manager,
                number,
                new AssignTicket(
                        null, id(manager), details.detail(manager, number).version()));
        assertThatThrownBy(() -> appoint(agent)).hasMessageContaining("tie.FORMER_OWNER");
    }

    @Test
    void isNotInvestigatedByWhoCausedItNorByTheProjectsTeam() {
        assessed(investigator);
        assertThatThrownBy(() -> appoint(investigator)).hasMessageContaining("tie.CAUSE");

        onAProjectOf(manager);
        assertThatThrownBy(() -> appoint(manager)).hasMessageContaining("tie.TEAM");
        assertThat(queries.candidates(agent, details.detail(agent, number)))
                .filteredOn(one -> one.id() == id(manager))
                .singleElement()
                .extracting(Candidate::tie)
                .isEqualTo("TEAM");
    }

    @Test
    void keepsTheInvestigatorIndependentLater() {
        assessed(null);
        appoint(investigator);

        assertThatThrownBy(() -> tickets.assign(
                        manager,
                        number,
                        new AssignTicket(
                                null,
                                id(investigator),
                                details.detail(manager, number).version())))
                .hasMessageContaining("investigatorOwns");
        assertThatThrownBy(() -> complaints.assess(agent, number, assessment(investigator)))
                .hasMessageContaining("investigatorCaused");
    }

    @Test
    void showsTheTicketToTheInvestigatorAlone() {
        var other = given.staff(Role.TECHNICIAN);
        assertThatThrownBy(() -> details.detail(investigator, number)).isInstanceOf(NotFound.class);
        assessed(null);
        appoint(investigator);

        assertThat(details.detail(investigator, number).number()).isEqualTo(number);
        assertThatThrownBy(() -> details.detail(other, number)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> complaints.find(agent, number, findings())).hasMessageContaining("onlyInvestigator");
        assertThat(given.noticesOf(investigator)).contains("aftersales.feedback.notice.appointed");
    }

    @Test
    void wantsFindingsBeforeAResponse() {
        assessed(null);
        appoint(investigator);

        assertThatThrownBy(() -> complaints.propose(agent, number, refund())).hasMessageContaining("findingsFirst");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "REFUND, -, -, remedyNeedsAmount",
                "APOLOGY, -, 100, remedyWithoutAmount",
                "NONE, -, -, noRemedyNeedsReason",
                "NONE, 已超出保修范围, -, -",
                "EXPLANATION, -, -, -"
            })
    void asksForWhatARemedyNeeds(
            Remedy remedy, @Nullable String reason, @Nullable BigDecimal amount, @Nullable String broken) {
        assessed(null);
        appoint(investigator);
        complaints.find(investigator, number, findings());
        var wish = new ProposeResponse("答复", remedy, reason, amount, "CNY");

        if (broken == null) {
            assertThatCode(() -> complaints.propose(agent, number, wish)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> complaints.propose(agent, number, wish)).hasMessageContaining(broken);
        }
    }

    @Test
    void isApprovedBySomebodyElseAndMoneyByAManager() {
        var executive = given.staff(Role.ACCOUNT_EXECUTIVE, Role.SUPPORT_AGENT);
        assessed(null);
        appoint(investigator);
        complaints.find(investigator, number, findings());
        complaints.propose(manager, number, refund());

        assertThatThrownBy(() -> complaints.approve(manager, number)).hasMessageContaining("ownProposal");
        assertThatThrownBy(() -> complaints.approve(executive, number)).hasMessageContaining("moneyNeedsManager");
        assertThatThrownBy(() -> complaints.communicate(agent, number)).hasMessageContaining("approveFirst");

        complaints.reject(executive, number, new Reason("先看合同"));
        assertThat(now().state()).isEqualTo(ComplaintState.INVESTIGATING);
    }

    @Test
    void goesBackToInvestigatingWhenTheCustomerRefuses() {
        communicated();

        theirs.refuse(asker, number, new Reason("退款太少"));

        var refused = now();
        assertThat(refused.state()).isEqualTo(ComplaintState.INVESTIGATING);
        assertThat(refused.refusedBecause()).isEqualTo("退款太少");
        assertThat(refused.refusals()).isOne();
        assertThat(ticket().status().code()).isEqualTo("IN_PROGRESS");
        assertThat(theirs.of(asker, ticket().id()).orElseThrow().response()).isNull();
        assertThat(details.timeline(manager, ticket(), true))
                .anyMatch(entry -> entry.fromCustomer() && "退款太少".equals(entry.body()));
    }

    @Test
    void goesBackToInvestigatingWhenTheCustomerAnswersInstead() {
        communicated();

        portal.answer(asker, number, "我还有一个问题");

        assertThat(now().state()).isEqualTo(ComplaintState.INVESTIGATING);
    }

    @Test
    void forbidsTheTicketToRestBeforeTheResponse() {
        complaints.acknowledge(agent, number, new AcknowledgeComplaint(null));

        assertThatThrownBy(() -> tickets.resolve(agent, number)).hasMessageContaining("respondFirst");
    }

    @Test
    void closesWithConsentOrAReason() {
        communicated();

        assertThatThrownBy(() -> complaints.close(agent, number, new CloseComplaint(null)))
                .hasMessageContaining("withoutConsent");
        complaints.close(agent, number, new CloseComplaint("客户不再回复"));

        assertThat(now().acceptedAt()).isNull();
        assertThat(ticket().isClosed()).isTrue();
    }

    @Test
    void isNotClosedBesideItsCourse() {
        communicated();

        assertThatThrownBy(() -> tickets.close(agent, number)).hasMessageContaining("closeThere");
    }

    @Test
    void closesByItselfWhenTheCustomerStaysSilent() {
        communicated();
        jdbc.sql("update aftersales.ticket set resolved_at = now() - interval '30 days' where number = ?")
                .param(number)
                .update();

        timers.closeResolved(SYSTEM);

        assertThat(now().state()).isEqualTo(ComplaintState.CLOSED);
        assertThat(now().acceptedAt()).isNull();
        assertThat(ticket().isClosed()).isTrue();
    }

    @Test
    void isWorkedOnWhileSomebodyOutsideDecides() {
        communicated();

        complaints.escalate(agent, number, new EscalateComplaint("消费者协会", "XF-12", LocalDate.of(2026, 11, 1)));

        assertThat(now().state()).isEqualTo(ComplaintState.ESCALATED);
        assertThat(ticket().isLive()).isTrue();
        complaints.close(agent, number, new CloseComplaint("协会裁定：已退款"));
        assertThat(now().outsideReference()).isEqualTo("XF-12");
        assertThat(ticket().isClosed()).isTrue();
    }

    @Test
    void closesNothingWithoutRemedyAndCause() {
        complaints.acknowledge(agent, number, new AcknowledgeComplaint(null));
        complaints.escalate(agent, number, new EscalateComplaint("法院", null, LocalDate.of(2026, 11, 1)));

        assertThatThrownBy(() -> complaints.close(agent, number, new CloseComplaint("撤诉")))
                .hasMessageContaining("remedyAndCause");
    }

    @Test
    void mergesIntoAnotherComplaintOnly() {
        var question = given.ticket(asker, "如何设置");
        var again = complain("还是迟到");

        merges.merge(manager, again, number);

        assertThat(queries.rows(manager, of(customer), PageRequest.first(10)).rows())
                .extracting(ComplaintRow::number)
                .containsExactly(number);
        assertThatThrownBy(() -> merges.merge(manager, number, question)).hasMessageContaining("mergeIntoComplaint");
    }

    @Test
    void staysAComplaintOnceAssessed() {
        assessed(null);
        var edit = details.detail(agent, number);

        assertThat(edit.complaint()).isTrue();
        assertThat(queries.detail(agent, edit).state()).isEqualTo(ComplaintState.ASSESSED);
    }

    @Test
    void seesComplaintsOfVisibleTicketsOnly() {
        var stranger = given.staff(Role.ACCOUNT_EXECUTIVE);

        assertThat(queries.rows(stranger, ComplaintFilter.all(), PageRequest.first(10))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> complaints.assess(stranger, number, assessment(null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.detail(manager, details.detail(manager, given.ticket(asker, "问题"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void countsWorkingTimeOfTheHouse() {
        var complaint = limits.complaint(1, Instant.parse("2026-11-20T09:30:00Z"));

        assertThat(complaint.getAcknowledgeBy()).isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
        assertThat(limits.handled(complaint, Instant.parse("2026-11-23T01:45:00Z")))
                .isEqualTo(Duration.ofMinutes(75));
    }

    @Test
    void reportsWhatTheListsShow() {
        communicated();
        complaints.close(agent, number, new CloseComplaint("无回复"));
        complain("第二次");
        var month = report.thisMonth(manager);

        var trend = report.trend(manager, month.minusMonths(2), month);

        assertThat(trend.months()).hasSize(3);
        var mine = trend.customers().stream()
                .filter(line -> line.code().equals(numberOf(customer)))
                .findFirst()
                .orElseThrow();
        assertThat(mine.received()).isEqualTo(2);
        assertThat(mine.closed()).isOne();
        assertThat(mine.consented()).isZero();
        assertThat(mine.inTime()).isOne();
        assertThat(mine.decided()).isOne();
        for (var line : trend.causes()) {
            assertThat(listed(new ComplaintFilter(
                            Set.of(), null, month.minusMonths(2), month, line.code(), null, null, null, null)))
                    .isEqualTo((int) line.received());
        }
        assertThat(report.trend(manager, YearMonth.of(1999, 1), month).months()).hasSize(36);
    }

    @Test
    void measuresWhatTheCatalogueSays() {
        communicated();
        theirs.accept(asker, number);
        complaints.close(agent, number, new CloseComplaint(null));
        var query = kpis.query(manager, null);

        for (var id : new String[] {
            "complaint-ack",
            "complaint-resolution",
            "complaint-time",
            "complaint-rate",
            "complaining-customers",
            "repeat-complaint",
            "complaint-satisfaction"
        }) {
            var tile = kpis.tile(manager, id, query);
            for (var part : KpiSource.Part.values()) {
                var wanted =
                        switch (part) {
                            case ALL -> tile.now().n();
                            case MET -> tile.now().met();
                            case MISSED -> tile.now().n() - tile.now().met();
                        };
                assertThat(kpis.rows(manager, id, query, part, PageRequest.first(200))
                                .rows())
                        .as(id + " " + part)
                        .hasSize((int) Math.min(200, wanted));
            }
        }
        assertThat(kpis.tile(manager, "complaint-rate", query).now().value()).isPositive();
        assertThat(kpis.tile(manager, "complaint-time", query).now().value()).isNotNull();
    }

    @Test
    void keepsAListOfCausesInBothLanguages() {
        causes.save(manager, new SaveCause("PARKING", "停车", "", true, null));
        var made = causes.all(manager).stream()
                .filter(cause -> cause.code().equals("PARKING"))
                .findFirst()
                .orElseThrow();
        assertThat(made.name(java.util.Locale.ENGLISH)).isEqualTo("停车");

        causes.save(manager, new SaveCause("PARKING", "停车", "Parking", false, made.version()));

        assertThatThrownBy(() -> causes.save(manager, new SaveCause("PARKING", "停", "P", true, made.version())))
                .isInstanceOf(io.throughline.foundation.model.StaleVersion.class);
        assertThatThrownBy(() -> causes.save(manager, new SaveCause("PARKING", "停", "P", true, null)))
                .hasMessageContaining("causeThere");
        assessed(null);
        appoint(investigator);
        assertThatThrownBy(() -> complaints.find(investigator, number, new RecordFindings("查明", true, "PARKING")))
                .isInstanceOf(RuleViolation.class);
    }

    private int listed(ComplaintFilter filter) {
        return queries.rows(manager, filter, PageRequest.first(200)).rows().size();
    }

    private ComplaintFilter of(CustomerId one) {
        return new ComplaintFilter(Set.of(), null, null, null, null, null, numberOf(one), null, null);
    }

    private String numberOf(CustomerId one) {
        return jdbc.sql("select number from foundation.customer where id = ?")
                .param(one.value())
                .query(String.class)
                .single();
    }

    private void communicated() {
        assessed(null);
        appoint(investigator);
        complaints.find(investigator, number, findings());
        complaints.propose(agent, number, refund());
        complaints.approve(manager, number);
        complaints.communicate(agent, number);
    }

    private void assessed(@Nullable Viewer causedBy) {
        complaints.acknowledge(agent, number, new AcknowledgeComplaint(null));
        complaints.assess(agent, number, assessment(causedBy));
    }

    private void appoint(Viewer somebody) {
        complaints.investigate(manager, number, new AppointInvestigator(id(somebody)));
    }

    private void onAProjectOf(Viewer leader) {
        var project = jdbc.sql("""
                        insert into project.project (id, version, key, name, customer_id, manager_id, status, visibility, phase,
                               internal, zone, health, health_since, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, 'CMP' || (random() * 1000000)::int, '产线', :customer, :leader,
                               'ACTIVE', 'INTERNAL', 'EXECUTION', false, 'Asia/Shanghai', 'GREEN', now(), now(), now())
                        returning id
                        """)
                .param("customer", customer.value())
                .param("leader", id(leader))
                .query(Long.class)
                .single();
        jdbc.sql("update aftersales.ticket set project_id = ? where number = ?")
                .params(project, number)
                .update();
    }

    private static AssessComplaint assessment(@Nullable Viewer causedBy) {
        return new AssessComplaint(
                Level.HIGH, Level.LOW, Level.MEDIUM, false, "道歉并减免上门费", causedBy == null ? null : id(causedBy));
    }

    private static RecordFindings findings() {
        return new RecordFindings("排班冲突，未通知客户。", true, "WORK_ON_SITE");
    }

    private static ProposeResponse refund() {
        return new ProposeResponse("退还上门费。", Remedy.REFUND, null, new BigDecimal("500"), "cny");
    }

    private String complain(String subject) {
        return portal.ask(asker, new AskForHelp(null, subject, subject, null, null, null, true))
                .number();
    }

    private static long id(Viewer viewer) {
        return viewer.id().value();
    }

    private io.throughline.aftersales.ticket.TicketDetail ticket() {
        return details.detail(manager, number);
    }

    private ComplaintDetail now() {
        return queries.detail(manager, ticket());
    }

    private @Nullable Instant acknowledgedOnTicket() {
        return jdbc.sql("select acknowledged_at from aftersales.ticket where number = ?")
                .param(number)
                .query((row, n) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(java.sql.Timestamp::toInstant)
                .orElse(null);
    }
}
