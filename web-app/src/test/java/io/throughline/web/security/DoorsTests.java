package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class DoorsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Test
    void sendsStrangersToTheSignInPage() {
        assertThat(mvc.get().uri("/")).hasStatus3xxRedirection().redirectedUrl().contains("/login");
    }

    @Test
    void refusesAnAddressWithoutARule() {
        assertThat(mvc.get().uri("/no/such/address").with(as.staff(Role.ADMIN))).hasStatus(403);
    }

    @Test
    void refusesAPostWithoutToken() {
        assertThat(mvc.post().uri("/login").param("username", "x").param("password", "y"))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/login")
                        .param("username", "x")
                        .param("password", "y")
                        .with(csrf()))
                .redirectedUrl()
                .isEqualTo("/login?refused");
    }

    @Test
    void answersProgramsWithoutTokenByAProblem() {
        assertThat(mvc.get().uri("/api/v1/tickets"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("web.security.api.unauthorized");
    }

    @Test
    void leadsEachRoleHome() {
        assertThat(mvc.get().uri("/").with(as.staff(Role.MANAGER)))
                .redirectedUrl()
                .isEqualTo("/insights");
    }
}
