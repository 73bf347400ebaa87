package io.throughline.web.aftersales.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.survey.Ratings;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class SurveyPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    PortalTickets portal;

    @Autowired
    Tickets tickets;

    @Autowired
    Ratings ratings;

    private Viewer agent;
    private Viewer asker;
    private String number;

    @BeforeEach
    void aTicketOfACustomer() {
        agent = as.create(Role.SUPPORT_AGENT);
        asker = as.contact(companies.contact(companies.customer()));
        number = portal.ask(asker, new AskForHelp(null, "主轴异响", "开机后**有异响**", null, null))
                .number();
    }

    @Test
    void takesARatingByLinkWithoutSigningIn() {
        tickets.resolve(agent, number);
        var token = ratings.link(agent, number);

        assertThat(mvc.get().uri("/s/" + token))
                .hasStatusOk()
                .hasHeader("X-Robots-Tag", "noindex, nofollow")
                .bodyText()
                .contains("服务评价", number);
        assertThat(mvc.post().uri("/s/" + token).param("rating", "9").with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("不能大于 5");
        assertThat(mvc.post().uri("/s/" + token).param("rating", "4").with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/s/" + token + "?done=true")).bodyText().contains("谢谢您的评价");
        assertThat(mvc.get().uri("/s/" + "AAAAAAAAAAAAAAAAAAAAAA")).hasStatus(404);
        ratings.revoke(agent, number);
        assertThat(mvc.get().uri("/s/" + token)).hasStatus(404);
    }

    @Test
    void asksAgainForARatingThatIsNoNumber() {
        tickets.resolve(agent, number);
        var token = ratings.link(agent, number);

        assertThat(mvc.post().uri("/s/" + token).param("rating", "gut").with(csrf()))
                .hasStatusOk();
    }
}
