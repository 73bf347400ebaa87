package io.throughline.aftersales.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a rule would have met. */
@CoreTest
@Import(TicketFixtures.class)
class AutomationTrialTests {

    private static final Viewer ADMIN = Viewer.system("test");
    private static final Actions TAG = new Actions(null, null, null, null, Set.of("x"), null, null, null, null, null);

    @Autowired
    TicketFixtures given;

    @Autowired
    AutomationTrials trials;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    JdbcClient jdbc;

    Viewer agent;
    Viewer customer;
    long customerId;
    String number;

    /** Opened two hours ago; an hour ago its team changed, and in between we answered. */
    @BeforeEach
    void aTicketWithAPast() {
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        var company = given.customer();
        customerId = company.value();
        customer = given.contactUser(given.contact(company, true));
        number = given.ticket(customer, "主轴停机");
        tickets.assign(agent, number, new AssignTicket(given.team("二线"), null, null));
        conversation.add(agent, number, AddMessage.reply("请发报警记录"));
        at("ticket_status_change", 119);
        at("ticket_change", 60);
        at("ticket_message", 90);
        jdbc.sql("update aftersales.ticket set opened_at = ? where number = ?")
                .params(ago(120), number)
                .update();
    }

    @Test
    void looksAtTheTicketAsItStoodThen() {
        var team = jdbc.sql("select team_id from aftersales.ticket where number = ?")
                .param(number)
                .query(Long.class)
                .single();

        assertThat(met(Occasion.OPENED, ofTeam(team))).isZero();
        assertThat(met(Occasion.ASSIGNED, ofTeam(team))).isOne();
    }

    @Test
    void readsTheMessageInQuestion() {
        assertThat(met(Occasion.ANSWERED, words("报警记录"))).isOne();
        assertThat(met(Occasion.OPENED, words("报警记录"))).isZero();
        assertThat(met(Occasion.OPENED, words("停机"))).isOne();
    }

    @Test
    void goesNoFurtherBackThanAsked() {
        jdbc.sql("update aftersales.ticket set opened_at = ? where number = ?")
                .params(ago(60 * 24 * 3), number)
                .update();

        assertThat(met(Occasion.OPENED, ofCustomer())).isZero();
        assertThat(trials.attempt(ADMIN, terms(Occasion.OPENED, null, ofCustomer()), 4)
                        .met())
                .isOne();
    }

    @Test
    void countsWhatWaitsNowForATimedRule() {
        var silent = terms(Occasion.CUSTOMER_SILENT, 30, ofCustomer());
        jdbc.sql("update aftersales.ticket set last_public_reply_at = ? where number = ?")
                .params(ago(31), number)
                .update();

        var trial = trials.attempt(ADMIN, silent, 1);

        assertThat(trial.first()).extracting(AutomationTrials.Met::ticket).containsExactly(number);
        assertThat(trials.attempt(ADMIN, terms(Occasion.CUSTOMER_SILENT, 32, ofCustomer()), 1)
                        .met())
                .isZero();
    }

    private int met(Occasion occasion, Conditions when) {
        return trials.attempt(ADMIN, terms(occasion, null, when), 1).met();
    }

    private static RuleTerms terms(Occasion occasion, Integer wait, Conditions when) {
        return new RuleTerms(occasion, wait, when, TAG);
    }

    private Conditions ofCustomer() {
        return conditions(null, null);
    }

    private Conditions ofTeam(long team) {
        return conditions(Set.of(team), null);
    }

    private Conditions words(String word) {
        return conditions(null, Set.of(word));
    }

    private Conditions conditions(Set<Long> teams, Set<String> words) {
        return new Conditions(null, null, null, null, null, Set.of(customerId), teams, false, false, null, null, words);
    }

    private void at(String table, int minutesAgo) {
        jdbc.sql("update aftersales." + table
                        + " set at = ? where ticket_id = (select id from aftersales.ticket where number = ?)")
                .params(ago(minutesAgo), number)
                .update();
    }

    private static Timestamp ago(int minutes) {
        return Timestamp.from(Instant.now().minus(minutes, ChronoUnit.MINUTES));
    }
}
