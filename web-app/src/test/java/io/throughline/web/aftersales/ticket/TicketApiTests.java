package io.throughline.web.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class TicketApiTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    private Viewer agent;
    private String number;

    @BeforeEach
    void anAgent() {
        agent = as.create(Role.SUPPORT_AGENT);
    }

    @Test
    void servesPrograms() {
        var created = mvc.post()
                .uri("/api/v1/tickets")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\":\"MAINTENANCE\",\"subject\":\"年检\",\"body\":\"请安排\",\"priority\":\"P2\"}")
                .with(as.user(agent))
                .with(csrf())
                .exchange();
        assertThat(created)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.number")
                .asString()
                .startsWith("TK-");
        var location = created.getResponse().getHeader("Location");
        assertThat(mvc.get().uri("/api/v1/tickets?filter.priority=P2&size=1").with(as.user(agent)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].kind")
                .isEqualTo("MAINTENANCE");
        assertThat(mvc.post()
                        .uri(location + "/messages")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"body\":\"已收到\",\"visibility\":\"INTERNAL\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(201);
        assertThat(mvc.patch()
                        .uri(location)
                        .contentType("application/merge-patch+json")
                        .content("{\"subject\":\"年度检修\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(428);
        assertThat(mvc.patch()
                        .uri(location)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", created.getResponse().getHeader("ETag"))
                        .content("{\"subject\":\"年度检修\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.subject")
                .isEqualTo("年度检修");
        assertThat(mvc.get().uri("/api/v1/tickets?filter.nonsense=1").with(as.user(agent)))
                .hasStatus(400);
        assertThat(mvc.post()
                        .uri("/api/v1/tickets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"DIAGNOSIS\",\"subject\":\"\",\"body\":\"x\",\"customer\":\"C-99999\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(422);
    }
}
