package io.throughline.aftersales.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.EditTicket;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketEntry;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketTimers;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class DiagnosisTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    DiagnosisQueries queries;

    @Autowired
    PortalDiagnoses shown;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketTimers timers;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer asker;
    CustomerId customer;
    String number;

    @BeforeEach
    void aFaultIsReported() {
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        customer = given.customer();
        asker = given.contactUser(given.contact(customer, true));
        number = given.ticket(asker, "主轴异响");
    }

    @Test
    void goesFromTheSymptomsToTheCustomersWord() {
        assertThat(now().state()).isEqualTo(DiagnosisState.TRIAGE);

        diagnoses.describe(agent, number, new DescribeSymptoms("开机三分钟后有周期性异响"));
        assertThat(now().state()).isEqualTo(DiagnosisState.DIAGNOSING);
        assertThat(ticket().status().code()).isEqualTo("IN_PROGRESS");
        diagnoses.workAround(agent, number, new GiveWorkaround("降速到 6000 转", false));
        assertThat(now().state()).isEqualTo(DiagnosisState.WORKAROUND_GIVEN);
        assertThat(ticket().workaroundAt()).isNotNull();
        diagnoses.name(agent, number, new NameCause(FaultCause.WEAR, "轴承磨损", null));
        diagnoses.plan(
                agent, number, new PlanFix(FixBy.WORK_ORDER, "WO-2026-000007", "更换轴承", LocalDate.of(2026, 12, 1)));
        assertThat(now().state()).isEqualTo(DiagnosisState.FIX_PLANNED);
        diagnoses.fix(agent, number, new Fix("已更换轴承", false));
        assertThat(now().state()).isEqualTo(DiagnosisState.FIXED);
        assertThat(ticket().isResolved()).isTrue();
        portal.confirm(asker, number);

        assertThat(now().state()).isEqualTo(DiagnosisState.VERIFIED);
        assertThat(details.timeline(agent, ticket(), true))
                .filteredOn(entry -> entry.what().equals("DIAGNOSIS_STEP"))
                .extracting(TicketEntry::to)
                .containsExactly("SYMPTOMS", "WORKAROUND", "CAUSE", "FIX_PLAN", "FIX");
    }

    @Test
    void wantsSymptomsBeforeAnythingElseAndACauseBeforeTheFix() {
        assertThatThrownBy(() -> diagnoses.name(agent, number, new NameCause(FaultCause.WEAR, null, null)))
                .hasMessageContaining("symptomsFirst");
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));

        assertThatThrownBy(() -> diagnoses.fix(agent, number, new Fix("换了", false)))
                .hasMessageContaining("causeFirst");
    }

    @Test
    void wantsTheDeliverableWhereTheCustomerHasOne() {
        var deliverable = aDeliverable(customer);
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));
        diagnoses.name(agent, number, new NameCause(FaultCause.WEAR, null, null));
        assertThatThrownBy(() -> diagnoses.fix(agent, number, new Fix("换了", false)))
                .hasMessageContaining("whichDeliverable");

        diagnoses.name(agent, number, new NameCause(FaultCause.WEAR, null, deliverable));
        diagnoses.fix(agent, number, new Fix("换了", false));

        assertThat(ticket().deliverableId()).isEqualTo(deliverable);
        assertThat(ticket().projectId()).isNotNull();
        assertThat(now().deliverable()).isNotNull();
        assertThat(queries.deliverables(agent, ticket()))
                .extracting(DiagnosisDetail.Deliverable::id)
                .containsExactly(deliverable);
    }

    @Test
    void refusesTheDeliverableOfAnotherCustomer() {
        var foreign = aDeliverable(given.customer());
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));

        assertThatThrownBy(() -> diagnoses.name(agent, number, new NameCause(FaultCause.WEAR, null, foreign)))
                .hasMessageContaining("foreignDeliverable");
    }

    @Test
    void wantsToKnowByWhatAFixComesThatIsNotRemote() {
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));

        assertThatThrownBy(() -> diagnoses.plan(agent, number, new PlanFix(FixBy.CHANGE, " ", "改设计", null)))
                .hasMessageContaining("whichReference");

        diagnoses.plan(agent, number, new PlanFix(FixBy.REMOTE, null, "远程升级", null));
        assertThat(now().state()).isEqualTo(DiagnosisState.FIX_PLANNED);
    }

    @Test
    void letsAQuestionBeAnsweredWithoutADiagnosis() {
        tickets.resolve(agent, number);

        assertThat(now().state()).isEqualTo(DiagnosisState.TRIAGE);
        assertThat(shown.of(asker, ticket().id())).isEmpty();
    }

    @Test
    void forbidsTheTicketToBecomeSomethingElse() {
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));
        var ticket = ticket();

        assertThatThrownBy(() -> tickets.edit(agent, number, as(TicketKind.TRAINING, ticket)))
                .hasMessageContaining("staysDiagnosis");
    }

    @Test
    void forbidsTheTicketToRestBeforeTheFix() {
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));

        assertThatThrownBy(() -> tickets.resolve(agent, number)).hasMessageContaining("fixFirst");
    }

    @Test
    void diagnosesAgainWhatTheCustomerSaysIsNotMended() {
        fixed();

        portal.refuse(asker, number, "今天又响了");

        assertThat(now().state()).isEqualTo(DiagnosisState.DIAGNOSING);
        assertThat(now().fixedAt()).isNull();
        assertThat(now().cause()).isEqualTo(FaultCause.WEAR);
        assertThat(now().refusals()).isOne();
    }

    @Test
    void isVerifiedAndRefusedByOneOfUsForTheCustomer() {
        fixed();
        diagnoses.refuse(agent, number, new RefuseFix("电话里说还在响"));
        assertThat(ticket().isLive()).isTrue();
        assertThat(now().refusedBecause()).isEqualTo("电话里说还在响");
        assertThatThrownBy(() -> diagnoses.verify(agent, number)).hasMessageContaining("notFixed");

        diagnoses.fix(agent, number, new Fix("又换了", false));
        diagnoses.verify(agent, number);

        assertThat(now().state()).isEqualTo(DiagnosisState.VERIFIED);
        assertThat(ticket().isClosed()).isTrue();
    }

    @Test
    void isNotVerifiedByTheCalendar() {
        fixed();
        jdbc.sql("update aftersales.ticket set resolved_at = now() - interval '30 days' where number = ?")
                .param(number)
                .update();

        timers.closeResolved(Viewer.system("test"));

        assertThat(ticket().isClosed()).isTrue();
        assertThat(now().state()).isEqualTo(DiagnosisState.FIXED);
    }

    @Test
    void goesBackWhenTheWorkaroundHelpsNoLonger() {
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));
        diagnoses.workAround(agent, number, new GiveWorkaround("降速", false));
        assertThat(shown.of(asker, ticket().id())).hasValueSatisfying(diagnosis -> assertThat(diagnosis.workaround())
                .isEqualTo("降速"));

        tickets.workAround(agent, number, false);

        assertThat(now().state()).isEqualTo(DiagnosisState.DIAGNOSING);
        assertThat(shown.of(asker, ticket().id())).hasValueSatisfying(diagnosis -> assertThat(diagnosis.workaround())
                .isNull());
    }

    @Test
    void answersTheCustomerWithWhatHelpsAndWithWhatEndedIt() {
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));
        diagnoses.workAround(agent, number, new GiveWorkaround("请先降速", true));
        diagnoses.name(agent, number, new NameCause(FaultCause.WEAR, null, null));
        diagnoses.fix(agent, number, new Fix("轴承已更换", true));

        assertThat(details.timeline(agent, ticket(), true))
                .filteredOn(entry -> entry.isMessage() && !entry.fromCustomer() && !entry.automatic())
                .extracting(TicketEntry::body)
                .containsExactly("请先降速", "轴承已更换");
        assertThat(ticket().isResolved()).isTrue();
    }

    @Test
    void isThereForFaultsOnly() {
        var training = portal.ask(asker, new AskForHelp(TicketKind.TRAINING, "培训", "操作培训", null, null))
                .number();
        var stranger = given.staff(Role.TECHNICIAN);

        assertThatThrownBy(() -> diagnoses.describe(agent, training, new DescribeSymptoms("异响")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> diagnoses.describe(stranger, number, new DescribeSymptoms("异响")))
                .isInstanceOf(NotFound.class);
    }

    private void fixed() {
        diagnoses.describe(agent, number, new DescribeSymptoms("异响"));
        diagnoses.name(agent, number, new NameCause(FaultCause.WEAR, "轴承", null));
        diagnoses.fix(agent, number, new Fix("换了", false));
    }

    private long aDeliverable(CustomerId owner) {
        var project =
                jdbc.sql("""
                        insert into project.project (id, version, key, name, customer_id, status, visibility, phase, internal, zone,
                               health, health_since, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, 'DGN' || (random() * 1000000)::int, '产线', :customer, 'ACTIVE',
                               'INTERNAL', 'EXECUTION', false, 'Asia/Shanghai', 'GREEN', now(), now(), now())
                        returning id
                        """).param("customer", owner.value()).query(Long.class).single();
        return jdbc.sql("""
                        insert into project.deliverable (id, version, project_id, number, name, status, round, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, 1, '主轴单元', 'ACCEPTED', 1, now(), now()) returning id
                        """).param(project).query(Long.class).single();
    }

    private static EditTicket as(TicketKind kind, TicketDetail ticket) {
        return new EditTicket(
                kind,
                ticket.subject(),
                ticket.priority(),
                ticket.impact(),
                ticket.urgency(),
                ticket.customerId(),
                ticket.requesterId(),
                ticket.projectId(),
                ticket.deliverableId(),
                ticket.installedProductId(),
                Set.copyOf(ticket.tags()),
                ticket.agreedDueAt(),
                ticket.escalated(),
                ticket.complaint(),
                ticket.version());
    }

    private TicketDetail ticket() {
        return details.detail(agent, number);
    }

    private DiagnosisDetail now() {
        return queries.detail(agent, ticket());
    }
}
