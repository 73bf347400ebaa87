package io.throughline.aftersales.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

/** Rules on tickets, every step committed as in life; each test switches its own off again. */
@CoreTest
@Import(TicketFixtures.class)
class AutomationTests {

    private static final Viewer ADMIN = Viewer.system("test");

    @Autowired
    TicketFixtures given;

    @Autowired
    AutomationRules rules;

    @Autowired
    AutomationRuleQueries queries;

    @Autowired
    AutomationSweep sweep;

    @Autowired
    TimedRules timed;

    @Autowired
    RunRules runRules;

    @Autowired
    ActiveRules active;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer customer;
    long team;
    long customerId;

    @BeforeEach
    void anAgentAndACustomer() {
        team = given.team("二线");
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        var company = given.customer();
        customerId = company.value();
        customer = given.contactUser(given.contact(company, true));
        commit();
    }

    @AfterEach
    void nobodyElseMeetsTheRules() {
        commit();
        jdbc.sql("update aftersales.automation_rule set active = false").update();
        jdbc.sql("delete from aftersales.automation_event").update();
        active.forget();
        commit();
    }

    @Test
    void sortANewTicketAndSayWhichRuleDidIt() {
        var rule = on(
                Occasion.OPENED,
                words("停机"),
                new Actions(
                        Priority.P1,
                        null,
                        team,
                        null,
                        Set.of("停机"),
                        null,
                        "请先看报警记录",
                        null,
                        null,
                        Set.of(TicketListener.MANAGERS)));

        var number = opened("主轴停机");

        var ticket = ticket(number);
        assertThat(ticket.priority()).isEqualTo(Priority.P1);
        assertThat(ticket.teamId()).isEqualTo(team);
        assertThat(ticket.tags()).containsExactly("停机");
        assertThat(details.timeline(agent, ticket, true))
                .extracting(entry -> entry.what(), entry -> entry.automatic(), entry -> entry.to())
                .contains(tuple("RULE", false, "规则"), tuple("PRIORITY", false, "P1"));
        assertThat(details.timeline(agent, ticket, true))
                .filteredOn(entry -> entry.isMessage() && entry.internal())
                .extracting(entry -> entry.body())
                .containsExactly("请先看报警记录");
        assertThat(given.noticesOf(agent)).containsOnlyOnce(RuleActs.TOLD);
        assertThat(outcomes(rule)).containsExactly(RunOutcome.RAN);
    }

    @Test
    void leaveOtherTicketsAlone() {
        var rule = on(Occasion.OPENED, words("停机"), priority(Priority.P1));

        assertThat(ticket(opened("报价")).priority()).isEqualTo(Priority.P3);
        assertThat(outcomes(rule)).isEmpty();
    }

    @Test
    void doNothingWhileSwitchedOff() {
        var rule = on(Occasion.OPENED, ofCustomer(), priority(Priority.P1));
        rules.activate(ADMIN, rule, null, false);
        commit();

        assertThat(ticket(opened("停机")).priority()).isEqualTo(Priority.P3);
        assertThat(jdbc.sql("select count(*) from aftersales.automation_event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void hearOnlyWhatWasCommitted() {
        on(Occasion.OPENED, ofCustomer(), priority(Priority.P1));
        given.ticket(customer, "停机");
        TestTransaction.flagForRollback();
        TestTransaction.end();
        TestTransaction.start();

        assertThat(jdbc.sql("select count(*) from aftersales.automation_event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The next rule sees what the one before it did. */
    @Test
    void runInTheirOrder() {
        var second = create(20, Occasion.OPENED, priorities(Priority.P1), tag("急"));
        var first = create(10, Occasion.OPENED, ofCustomer(), priority(Priority.P1));
        activate(second);
        activate(first);

        assertThat(ticket(opened("停机")).tags()).containsExactly("急");
    }

    /** New does not lead to closed: nothing of that rule is done, the next one is not kept from its work. */
    @Test
    void failAloneAndWhole() {
        var broken = create(
                10,
                Occasion.OPENED,
                ofCustomer(),
                new Actions(Priority.P1, TicketStatus.CLOSED, null, null, null, null, "白写", null, null, null));
        var good = create(20, Occasion.OPENED, ofCustomer(), tag("ok"));
        activate(broken);
        activate(good);

        var ticket = ticket(opened("停机"));

        assertThat(ticket.priority()).isEqualTo(Priority.P3);
        assertThat(ticket.tags()).containsExactly("ok");
        assertThat(outcomes(broken)).containsExactly(RunOutcome.FAILED);
        assertThat(queries.runs(ADMIN, broken, false, PageRequest.first(10))
                        .rows()
                        .get(0)
                        .reason())
                .isEqualTo("aftersales.ticket.noSuchWay");
    }

    @Test
    void neverRunInCircles() {
        var up = create(10, Occasion.PRIORITY_CHANGED, priorities(Priority.P2), priority(Priority.P1));
        var down = create(20, Occasion.PRIORITY_CHANGED, priorities(Priority.P1), priority(Priority.P2));
        var number = opened("停机");
        activate(up);
        activate(down);

        escalateTo(number, Priority.P2);
        drain();

        assertThat(outcomes(up)).containsExactly(RunOutcome.LOOP, RunOutcome.LOOP, RunOutcome.RAN);
        assertThat(outcomes(down)).containsExactly(RunOutcome.RAN);
        assertThat(ticket(number).priority()).isEqualTo(Priority.P2);
    }

    @Test
    void stopWhenTooManyRanOnATicketWithinAnHour() {
        var rule = on(Occasion.ASSIGNED, ofCustomer(), tag("x"));
        var number = opened("停机");
        jdbc.sql("""
                        insert into aftersales.automation_run (rule_id, ticket_id, cause, at, outcome)
                        select :rule, :ticket, 'before ' || n, now(), 'RAN' from generate_series(1, :runs) n
                        """)
                .param("rule", rule.value())
                .param("ticket", ticket(number).id().value())
                .param("runs", RunRules.MOST_AN_HOUR)
                .update();
        tickets.assign(agent, number, new AssignTicket(team, null, null));
        commit();

        drain();

        assertThat(outcomes(rule)).startsWith(RunOutcome.LIMIT);
        assertThat(ticket(number).tags()).isEmpty();
    }

    /** A node that died between the doing and the forgetting leaves the event behind. */
    @Test
    void runOnceForOneCause() {
        var rule = on(
                Occasion.OPENED, ofCustomer(), new Actions(null, null, null, null, null, null, "一次", null, null, null));
        var number = opened("停机");
        var again = new Heard(
                jdbc.sql("select cause from aftersales.automation_run where rule_id = ?")
                        .param(rule.value())
                        .query(String.class)
                        .single(),
                ticket(number).id().value(),
                Occasion.OPENED,
                null,
                Instant.now(),
                List.of());

        alone(() -> runRules.run(again));

        assertThat(outcomes(rule)).hasSize(1);
        assertThat(details.timeline(agent, ticket(number), true))
                .filteredOn(entry -> "一次".equals(entry.body()))
                .hasSize(1);
    }

    /** A machine's answer answers nobody: the clock goes on and no other rule takes it for an answer (service rule 6). */
    @Test
    void answerInTheContactsLanguageAndStopNoClock() {
        on(
                Occasion.OPENED,
                ofCustomer(),
                new Actions(null, null, null, null, null, null, null, "已收到，明早九点回复。", "Received.", null));
        var answered = on(Occasion.ANSWERED, ofCustomer(), tag("answered"));

        var ticket = ticket(opened("停机"));

        assertThat(details.timeline(agent, ticket, true))
                .filteredOn(entry -> entry.automatic() && entry.isMessage())
                .extracting(entry -> entry.body())
                .containsExactly("已收到，明早九点回复。");
        assertThat(ticket.firstResponseAt()).isNull();
        assertThat(ticket.awaitingSince()).isNotNull();
        assertThat(outcomes(answered)).isEmpty();
    }

    @Test
    void waitForSilenceOnceForEachTimeItBegan() {
        var number = opened("停机");
        var rule = create(10, new RuleTerms(Occasion.UNANSWERED, 60, ofCustomer(), priority(Priority.P1)));
        activate(rule);

        alone(() -> timed.run(Instant.now()));
        assertThat(outcomes(rule)).isEmpty();

        waitedSince(number, Duration.ofMinutes(61));
        alone(() -> timed.run(Instant.now()));
        alone(() -> timed.run(Instant.now()));
        assertThat(outcomes(rule)).containsExactly(RunOutcome.RAN);

        conversation.add(agent, number, AddMessage.reply("在看"));
        commit();
        waitedSince(number, Duration.ofMinutes(70));
        alone(() -> timed.run(Instant.now()));
        assertThat(outcomes(rule)).containsExactly(RunOutcome.RAN, RunOutcome.RAN);
    }

    private void waitedSince(String number, Duration ago) {
        jdbc.sql("update aftersales.ticket set awaiting_since = ? where number = ?")
                .params(Timestamp.from(Instant.now().minus(ago)), number)
                .update();
        commit();
    }

    private void escalateTo(String number, Priority priority) {
        var other = create(1, Occasion.ASSIGNED, ofCustomer(), priority(priority));
        activate(other);
        tickets.assign(agent, number, new AssignTicket(team, null, null));
        commit();
    }

    private String opened(String subject) {
        var number = given.ticket(customer, subject);
        commit();
        drain();
        return number;
    }

    private AutomationRuleId on(Occasion occasion, Conditions when, Actions then) {
        var rule = create(10, occasion, when, then);
        activate(rule);
        return rule;
    }

    private AutomationRuleId create(int position, Occasion occasion, Conditions when, Actions then) {
        return create(position, new RuleTerms(occasion, null, when, then));
    }

    private AutomationRuleId create(int position, RuleTerms terms) {
        return rules.create(ADMIN, new SaveRule("规则", "Rule", position, terms));
    }

    private void activate(AutomationRuleId rule) {
        rules.activate(ADMIN, rule, null, true);
        commit();
    }

    private List<RunOutcome> outcomes(AutomationRuleId rule) {
        return queries.runs(ADMIN, rule, null, PageRequest.first(50)).rows().stream()
                .map(AutomationRuleQueries.RunRow::outcome)
                .toList();
    }

    private TicketDetail ticket(String number) {
        return details.detail(agent, number);
    }

    private Conditions ofCustomer() {
        return new Conditions(null, null, null, null, null, Set.of(customerId), null, false, false, null, null, null);
    }

    private Conditions words(String word) {
        return new Conditions(
                null, null, null, null, null, Set.of(customerId), null, false, false, null, null, Set.of(word));
    }

    private Conditions priorities(Priority priority) {
        return new Conditions(
                null, Set.of(priority), null, null, null, Set.of(customerId), null, false, false, null, null, null);
    }

    private static Actions priority(Priority priority) {
        return new Actions(priority, null, null, null, null, null, null, null, null, null);
    }

    private static Actions tag(String tag) {
        return new Actions(null, null, null, null, Set.of(tag), null, null, null, null, null);
    }

    private void drain() {
        alone(() -> {
            sweep.drain();
            await().until(() -> jdbc.sql("select not exists (select 1 from aftersales.automation_event)")
                    .query(Boolean.class)
                    .single());
        });
    }

    /** Not in the test's transaction: the work has its own, one by one. */
    private static void alone(Runnable work) {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        work.run();
        TestTransaction.start();
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}
