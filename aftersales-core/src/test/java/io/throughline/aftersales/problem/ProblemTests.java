package io.throughline.aftersales.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.diagnosis.DescribeSymptoms;
import io.throughline.aftersales.diagnosis.Diagnoses;
import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.NameCause;
import io.throughline.aftersales.knowledge.ArticleVisibility;
import io.throughline.aftersales.knowledge.WriteArticle;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.test.CoreTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class ProblemTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Problems problems;

    @Autowired
    ProblemQueries queries;

    @Autowired
    ProblemOffers offers;

    @Autowired
    FaultCauses causes;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    Tickets tickets;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    Search search;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer asker;
    CustomerId customer;
    String ticket;

    @BeforeEach
    void aFaultIsReported() {
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        customer = given.customer();
        asker = given.contactUser(given.contact(customer, true));
        ticket = given.ticket(asker, "激光测距镜头结露");
    }

    @Test
    void goesFromTheSuspicionToTheClosure() {
        var number = problems.open(agent, aProblem(Set.of(ticket)));
        assertThat(number).matches("PB-\\d{4}-\\d{6}");
        assertThat(now(number).tickets()).isOne();
        assertThat(behind(ticket)).isEqualTo(number);

        problems.moveTo(agent, number, ProblemState.INVESTIGATING, null);
        assertThatThrownBy(() -> problems.moveTo(agent, number, ProblemState.KNOWN_ERROR, null))
                .hasMessageContaining("rootCauseFirst");
        problems.change(agent, number, known(number, null));
        problems.moveTo(agent, number, ProblemState.KNOWN_ERROR, null);
        assertThat(now(number).knownError()).isTrue();
        assertThat(offers.behind(agent, details.detail(agent, ticket).id()))
                .hasValueSatisfying(offer -> assertThat(offer.workaround()).isEqualTo("加防护罩"));

        problems.change(agent, number, known(number, "更换镜头"));
        problems.moveTo(agent, number, ProblemState.RESOLVED, null);
        assertThat(now(number).knownError()).isFalse();
        tickets.resolve(agent, ticket);
        problems.moveTo(agent, number, ProblemState.CLOSED, null);

        assertThat(now(number).closedAt()).isNotNull();
    }

    @Test
    void staysOpenAsLongAsATicketIs() {
        var number = problems.open(agent, aProblem(Set.of(ticket)));
        problems.change(agent, number, known(number, "不是问题"));

        assertThatThrownBy(() -> problems.moveTo(agent, number, ProblemState.CLOSED, null))
                .hasMessageContaining("ticketsOpen");
    }

    @Test
    void keepsWhatItsStateRestsOn() {
        var number = problems.open(agent, aProblem(Set.of()));
        problems.moveTo(agent, number, ProblemState.INVESTIGATING, null);
        problems.change(agent, number, known(number, null));
        problems.moveTo(agent, number, ProblemState.KNOWN_ERROR, null);

        assertThatThrownBy(() -> problems.change(
                        agent, number, aProblem(Set.of()).seen(now(number).version())))
                .hasMessageContaining("rootCauseFirst");
    }

    @Test
    void isTheOnlyOneBehindATicketAndLetsItGo() {
        var number = problems.open(agent, aProblem(Set.of()));
        var other = problems.open(agent, aProblem(Set.of()));
        problems.link(agent, number, ticket);
        problems.link(agent, number, ticket);
        assertThatThrownBy(() -> problems.link(agent, other, ticket)).hasMessageContaining("linkedElsewhere");

        problems.unlink(agent, number, ticket);
        problems.link(agent, other, ticket);

        assertThat(behind(ticket)).isEqualTo(other);
        assertThat(details.timeline(agent, details.detail(agent, ticket), true))
                .filteredOn(entry -> entry.what().equals("PROBLEM"))
                .hasSize(3);
    }

    @Test
    void takesDiagnosisTicketsOnly() {
        var training = portal.ask(asker, new AskForHelp(TicketKind.TRAINING, "培训", "操作培训", null, null))
                .number();
        var number = problems.open(agent, aProblem(Set.of()));

        assertThatThrownBy(() -> problems.link(agent, number, training)).hasMessageContaining("onlyDiagnosis");
    }

    @Test
    void tellsTheOwnersOfItsOpenTicketsThatItIsResolved() {
        var owner = given.staff(Role.SUPPORT_AGENT);
        tickets.take(owner, ticket);
        var number = problems.open(agent, aProblem(Set.of(ticket)));
        problems.moveTo(agent, number, ProblemState.INVESTIGATING, null);
        problems.change(agent, number, known(number, "更换镜头"));

        problems.moveTo(agent, number, ProblemState.RESOLVED, null);

        assertThat(given.noticesOf(owner)).contains(ProblemNotices.RESOLVED);
        assertThat(given.noticesOf(asker)).doesNotContain(ProblemNotices.RESOLVED);
    }

    @Test
    void isToldInOneArticle() {
        var number = problems.open(agent, aProblem(Set.of()));
        var text = new WriteArticle("镜头结露", "加防护罩", "", "", ArticleVisibility.STAFF, 365);
        assertThatThrownBy(() -> problems.tell(agent, number, text)).hasMessageContaining("nothingToTell");
        problems.change(agent, number, known(number, null));

        var article = problems.tell(agent, number, text);

        assertThat(now(number).article()).isEqualTo(article.toString());
        assertThatThrownBy(() -> problems.tell(agent, number, text)).hasMessageContaining("articleThere");
    }

    @Test
    void isFoundAndOfferedToTheServiceSideAlone() {
        var number = problems.open(agent, aProblem(Set.of()));
        var stranger = given.staff(Role.TRAINER);

        assertThat(search.find(agent, number, ProblemSubject.TYPE, 5)).hasSize(1);
        assertThat(search.find(stranger, number, ProblemSubject.TYPE, 5)).isEmpty();
        assertThat(offers.offer(agent, "激光测距的镜头结露", null))
                .extracting(ProblemOffer::number)
                .contains(number);
    }

    @Test
    void isReadByWhoLeadsTheProjectBehind() {
        var leader = given.staff(Role.PROJECT_MANAGER);
        var other = given.staff(Role.PROJECT_MANAGER);
        var deliverable = aDeliverable(leader);
        var number =
                problems.open(agent, SaveProblem.of("镜头结露", "冬天早班", FaultCause.ENVIRONMENT, deliverable, Set.of()));

        assertThat(queries.detail(leader, number).deliverable()).isEqualTo("堆垛机");
        assertThat(queries.rows(leader, ProblemFilter.ALL, PageRequest.first(20))
                        .rows())
                .extracting(ProblemRow::number)
                .containsExactly(number);
        assertThatThrownBy(() -> queries.detail(other, number)).isInstanceOf(NotFound.class);
    }

    @Test
    void isProposedWhereOneCauseRecursOnOneDeliverable() {
        var deliverable = aDeliverable(agent);
        for (int i = 0; i < 3; i++) {
            var fault = given.ticket(asker, "镜头结露 " + i);
            diagnoses.describe(agent, fault, new DescribeSymptoms("报 E217"));
            diagnoses.name(agent, fault, new NameCause(FaultCause.ENVIRONMENT, "湿度", deliverable));
        }

        assertThat(causes.candidates(agent, 30, 4))
                .extracting(FaultCauses.Candidate::deliverableId)
                .doesNotContain(deliverable);
        assertThat(causes.candidates(agent, 30, 3))
                .filteredOn(one -> one.deliverableId() == deliverable)
                .singleElement()
                .satisfies(one -> assertThat(one.tickets()).isEqualTo(3));
        var like = causes.ticketsOf(agent, FaultCause.ENVIRONMENT, deliverable, 30);
        problems.open(
                agent,
                SaveProblem.of(
                        "结露",
                        "报 E217",
                        FaultCause.ENVIRONMENT,
                        deliverable,
                        Set.of(like.get(0).number())));

        assertThat(causes.candidates(agent, 30, 3))
                .extracting(FaultCauses.Candidate::deliverableId)
                .doesNotContain(deliverable);
        var line = causes.pareto(agent, 30).stream()
                .filter(one -> one.cause() == FaultCause.ENVIRONMENT)
                .findFirst()
                .orElseThrow();
        assertThat(line.tickets()).isGreaterThanOrEqualTo(3);
        assertThat(causes.tickets(agent, FaultCause.ENVIRONMENT, 30, true, PageRequest.first(50))
                        .rows())
                .hasSize((int) line.linked());
    }

    private long aDeliverable(Viewer leader) {
        var project = jdbc.sql("""
                        insert into project.project (id, version, key, name, customer_id, manager_id, status, visibility, phase,
                               internal, zone, health, health_since, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, 'PRB' || (random() * 1000000)::int, '立库', :customer, :leader,
                               'ACTIVE', 'INTERNAL', 'EXECUTION', false, 'Asia/Shanghai', 'GREEN', now(), now(), now())
                        returning id
                        """)
                .param("customer", customer.value())
                .param("leader", leader.id().value())
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        insert into project.deliverable (id, version, project_id, number, name, status, round, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, 1, '堆垛机', 'ACCEPTED', 1, now(), now()) returning id
                        """).param(project).query(Long.class).single();
    }

    private String behind(String number) {
        return offers.behind(agent, details.detail(agent, number).id())
                .orElseThrow()
                .number();
    }

    private ProblemDetail now(String number) {
        return queries.detail(agent, number);
    }

    private static SaveProblem aProblem(Set<String> tickets) {
        return SaveProblem.of("激光测距镜头结露", "冷库旁的堆垛机早班停机", FaultCause.ENVIRONMENT, null, tickets);
    }

    private SaveProblem known(String number, String resolution) {
        return new SaveProblem(
                "激光测距镜头结露",
                "冷库旁的堆垛机早班停机",
                FaultCause.ENVIRONMENT,
                null,
                null,
                "湿度高",
                "加防护罩",
                null,
                null,
                null,
                null,
                resolution,
                null,
                now(number).version());
    }
}
