package io.throughline.web.admin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.FirstAdministrator;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class PeoplePageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Viewers viewers;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FirstAdministrator first;

    private final String login = "n" + UUID.randomUUID().toString().substring(0, 8);
    private RequestPostProcessor admin;

    @BeforeEach
    void anAdministrator() {
        admin = as.staff(Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/users",
                "/admin/users?q=no-such-person",
                "/admin/users?filter.role=ADMIN&filter.active=true",
                "/admin/users/new",
                "/admin/teams",
                "/admin/teams/new",
                "/admin/roles",
                "/admin/settings",
                "/admin/health"
            })
    void opensInBothLanguages(String address) {
        assertThat(mvc.get().uri(address).with(admin)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(mvc.get()
                        .uri(address + (address.contains("?") ? "&" : "?") + "lang=en")
                        .with(admin))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void invitesByMail() {
        assertThat(mvc.post()
                        .uri("/admin/users")
                        .with(admin)
                        .with(csrf())
                        .param("login", login)
                        .param("name", "李娜")
                        .param("email", login + "@example.com")
                        .param("roles", "SALES"))
                .hasRedirectedUrl("/admin/users/" + login);
        entities.flush();

        assertThat(jdbc.sql("select template from foundation.outbox_mail where recipient = ?")
                        .param(login + "@example.com")
                        .query(String.class)
                        .list())
                .containsExactly("invitation");
        assertThat(mvc.get().uri("/admin/users/" + login).with(admin))
                .hasStatusOk()
                .bodyText()
                .contains("李娜", "待设置密码");
    }

    @Test
    void refusesAnInvitationWithoutAddress() {
        assertThat(mvc.post()
                        .uri("/admin/users")
                        .with(admin)
                        .with(csrf())
                        .param("login", login)
                        .param("name", "李娜")
                        .param("roles", "SALES"))
                .hasStatusOk()
                .bodyText()
                .contains("请先填写邮箱");
    }

    @Test
    void changesRolesAndTeamsAndRefusesRolesOfAFormThatRemembersNothing() {
        var user = as.create(Role.SALES);
        var team = newTeam();
        assertThat(change(user, 0, "MANAGER", team)).hasRedirectedUrl("/admin/users/" + user.login());
        entities.flush();
        entities.clear();

        var now = viewers.load(user.id()).orElseThrow();
        assertThat(now.roles()).containsExactly(Role.MANAGER);
        assertThat(now.teamIds()).containsExactly(team);
        assertThat(change(user, 0, "SALES", team)).hasStatus(409);
    }

    @Test
    void keepsOutWhoIsDeactivatedAtOnce() {
        var user = as.create(Role.SALES);
        assertThat(mvc.get().uri("/account").with(as.user(user))).hasStatusOk();

        assertThat(mvc.post()
                        .uri("/admin/users/" + user.login() + "/deactivation")
                        .with(admin)
                        .with(csrf()))
                .hasRedirectedUrl("/admin/users/" + user.login());
        entities.flush();

        assertThat(viewers.load(user.id())).isEmpty();
        assertThat(mvc.get().uri("/account").with(as.user(user)))
                .hasStatus(302)
                .redirectedUrl()
                .contains("/login");
    }

    @Test
    void listsUsersForProgramsOfAdministrators() {
        var user = as.create(Role.SALES);

        assertThat(mvc.get().uri("/api/v1/users?q=" + user.login()).with(admin))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].login")
                .isEqualTo(user.login());
        assertThat(mvc.get().uri("/api/v1/users").with(as.staff(Role.MANAGER))).hasStatus(403);
    }

    @Test
    void makesTheFirstAdministratorInTheLanguageOfTheForm() {
        jdbc.sql("delete from foundation.user_role where role = 'ADMIN'").update();
        var code = first.newCode().orElseThrow();

        assertThat(mvc.post()
                        .uri("/setup?lang=en")
                        .with(csrf())
                        .param("code", code)
                        .param("login", login)
                        .param("name", "Ann Lee")
                        .param("password", "seven blue lamps 7")
                        .param("repeated", "seven blue lamps 7"))
                .hasRedirectedUrl("/login?passwordSet");
        entities.flush();

        assertThat(jdbc.sql("select locale from foundation.app_user where login = ?")
                        .param(login)
                        .query(String.class)
                        .single())
                .isEqualTo("en");
    }

    @Test
    void isShutOnceSomebodyAdministers() {
        assertThat(mvc.get().uri("/setup")).hasStatus(404);
        assertThat(mvc.post().uri("/setup").with(csrf())).hasStatus(404);
    }

    private long newTeam() {
        mvc.post()
                .uri("/admin/teams")
                .with(admin)
                .with(csrf())
                .param("nameZh", "一线" + login)
                .param("nameEn", "First " + login)
                .exchange();
        entities.flush();
        return jdbc.sql("select id from foundation.team where name_en = ?")
                .param("First " + login)
                .query(Long.class)
                .single();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult change(
            Viewer user, int version, String role, long team) {
        return mvc.post()
                .uri("/admin/users/" + user.login())
                .with(admin)
                .with(csrf())
                .param("name", user.name())
                .param("version", Integer.toString(version))
                .param("roles", role)
                .param("teamIds", Long.toString(team))
                .exchange();
    }
}
