package io.throughline.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.foundation.people.RequireSecondFactor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SecondFactorRules;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** My calendar, on its page and in other calendars. */
@WebTest
class MyCalendarTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    PortalTickets portal;

    @Autowired
    SecondFactorRules secondFactor;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Viewer agent;
    private Instant due;

    @BeforeEach
    void ticketsOfAnAgent() {
        agent = as.create(Role.SUPPORT_AGENT);
        due = LocalDate.now(agent.zone()).atTime(14, 30).atZone(agent.zone()).toInstant();
        ticket("主轴异响", agent, due, true);
        ticket("别人的工单", as.create(Role.SUPPORT_AGENT), due, true);
        ticket("已经关闭的工单", agent, due, false);
        ticket("很久以后", agent, due.plus(400, ChronoUnit.DAYS), true);
    }

    @Test
    void showsMyOpenTicketsOnTheDayTheyAreDue() {
        assertThat(mvc.get().uri("/my/calendar").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("14:30", "主轴异响")
                .doesNotContain("别人的工单", "已经关闭的工单", "很久以后", "没有您的任务");
        var next = YearMonth.now(agent.zone()).plusMonths(2);
        assertThat(mvc.get().uri("/my/calendar?month=" + next).with(as.user(agent)))
                .bodyText()
                .contains("没有您的任务、里程碑或工单到期");
    }

    @Test
    void givesThemToOtherCalendars() {
        assertThat(mvc.get().uri(feed()))
                .hasStatusOk()
                .bodyText()
                .contains("SUMMARY:14:30 ", "主轴异响")
                .doesNotContain("别人的工单", "已经关闭的工单");
    }

    @Test
    void tellsNothingInTheFeedOfWhoOwesASecondFactor() {
        var feed = feed();
        secondFactor.require(SYSTEM, new RequireSecondFactor(Set.of(Role.SUPPORT_AGENT), null));
        entities.flush();

        assertThat(mvc.get().uri(feed)).hasStatus(404);

        secondFactor.require(SYSTEM, new RequireSecondFactor(Set.of(), null));
        entities.flush();
        assertThat(mvc.get().uri(feed)).hasStatusOk();
    }

    @Test
    void tellsNothingInTheFeedOfWhoIsKeptOut() {
        var feed = feed();
        users.deactivate(SYSTEM, agent.id());
        entities.flush();

        assertThat(mvc.get().uri(feed)).hasStatus(404);
    }

    private String feed() {
        var page = mvc.post()
                .uri("/my/calendar/feed")
                .with(as.user(agent))
                .with(csrf())
                .exchange();
        var address = Pattern.compile("/ical/[\\w-]+/calendar\\.ics")
                .matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private void ticket(String subject, Viewer assignee, Instant at, boolean live) {
        var number = portal.ask(
                        as.contact(companies.contact(companies.customer())),
                        new AskForHelp(null, subject, "开机后有异响", null, null))
                .number();
        entities.flush();
        jdbc.sql("update aftersales.ticket set assignee_id = ?, due_at = ?, status = ?, category = ? where number = ?")
                .params(
                        assignee.id().value(),
                        Timestamp.from(at),
                        live ? "NEW" : "CLOSED",
                        live ? "OPEN" : "CLOSED",
                        number)
                .update();
        entities.clear();
    }
}
