package io.throughline.web.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tickets put off to a time of day, as people and programs say it. */
@WebTest
class TicketHoldPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    private Viewer agent;
    private String number;

    @BeforeEach
    void aTicketInHand() {
        agent = as.create(Role.SUPPORT_AGENT);
        number = tickets.open(agent, OpenTicket.of(TicketKind.DIAGNOSIS, "主轴异响", "有异响"))
                .number();
        tickets.take(agent, number);
    }

    @Test
    void comeBackAtTheTimeThatWasTypedWhereTheReaderIs() {
        var local = LocalDateTime.ofInstant(Instant.now(), agent.zone())
                .plusHours(7)
                .truncatedTo(ChronoUnit.MINUTES);

        assertThat(hold("", local.toString())).hasRedirectedUrl("/tickets/" + number);

        assertThat(until()).isEqualTo(local.atZone(agent.zone()).toInstant());
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("挂起至 " + local.toString().replace('T', ' ') + "：等停机窗口");
    }

    @Test
    void comeBackTomorrowMorningWhateverStandsInTheOtherField() {
        assertThat(hold("TOMORROW", "")).hasRedirectedUrl("/tickets/" + number);

        var tomorrow = LocalDate.ofInstant(Instant.now(), agent.zone()).plusDays(1);
        assertThat(LocalDateTime.ofInstant(until(), agent.zone())).isEqualTo(tomorrow.atTime(9, 0));
    }

    @Test
    void areSentWithAnAnswerByProgramsToo() {
        var at = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

        assertThat(say(at.toString())).hasStatus(201);

        assertThat(until()).isEqualTo(at);
    }

    @Test
    void refuseWhatIsNoTimeOrIsOver() {
        assertThat(say("soon")).hasStatus(422).bodyText().contains("/holdUntil");
        assertThat(say("2020-01-01")).hasStatus(422).bodyText().contains("挂起需要填写将来的时间");
    }

    private MvcTestResult hold(String preset, String until) {
        return mvc.post()
                .uri("/tickets/" + number + "/status")
                .param("status", "ON_HOLD")
                .param("reason", "等停机窗口")
                .param("holdFor", preset)
                .param("until", until)
                .with(as.user(agent))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult say(String until) {
        return mvc.post()
                .uri("/api/v1/tickets/" + number + "/messages")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"body":"我们等停机窗口","visibility":"PUBLIC","status":"ON_HOLD","holdReason":"等停机窗口","holdUntil":"%s"}
                        """.formatted(until))
                .with(as.user(agent))
                .with(csrf())
                .exchange();
    }

    private Instant until() {
        var until = details.detail(agent, number).holdUntil();
        assertThat(until).isNotNull();
        return until;
    }
}
