package io.throughline.web.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.people.ApiTokens;
import io.throughline.foundation.people.ChangeUser;
import io.throughline.foundation.people.CreateToken;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.RequireSecondFactor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SaveTeam;
import io.throughline.foundation.people.SecondFactorRules;
import io.throughline.foundation.people.Teams;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever changes a rule of the house leaves behind what it was, what it is and a name. */
@WebTest
class AuditOfRulesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Settings settings;

    @Autowired
    Users users;

    @Autowired
    Teams teams;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SecondFactorRules secondFactor;

    @Autowired
    Kpis kpis;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void anAdministrator() {
        admin = as.create(Role.ADMIN);
    }

    /** What is committed here stays for the tests that follow: no administrator may be among it. */
    @AfterTransaction
    void noAdministratorStays() {
        jdbc.sql("delete from foundation.user_role where user_id = ?")
                .param(admin.id().value())
                .update();
    }

    @Test
    void notesSettings() {
        settings.put(admin, Setting.TICKET_CLOSE_DAYS, "12");
        settings.put(admin, Setting.TICKET_CLOSE_DAYS, "12");
        settings.put(admin, Setting.TICKET_CLOSE_DAYS, "14");

        assertThat(trail("foundation.setting"))
                .containsExactly("TICKET_CLOSE_DAYS: 7 → 12", "TICKET_CLOSE_DAYS: 12 → 14");
    }

    @Test
    void notesRolesAndTeams() {
        var person = as.create(Role.PROJECT_MEMBER);
        committed(() -> users.change(
                admin,
                person.id(),
                new ChangeUser(person.name(), null, null, Set.of(Role.PROJECT_MEMBER, Role.MANAGER), null)));
        committed(() -> teams.found(
                admin,
                new SaveTeam(
                        "审计组" + admin.login(),
                        "Auditors" + admin.login(),
                        Set.of(person.id().value()),
                        null)));

        assertThat(trail("foundation.app_user")).contains("roles: PROJECT_MEMBER → MANAGER, PROJECT_MEMBER");
        assertThat(trail("foundation.team"))
                .contains("members: null → " + person.id().value());
    }

    @Test
    void notesWhoMustUseASecondFactor() {
        committed(() -> secondFactor.require(admin, new RequireSecondFactor(Set.of(Role.TRAINER), null)));
        committed(() -> secondFactor.require(admin, new RequireSecondFactor(Set.of(), null)));

        assertThat(trail("foundation.second_factor_policy")).containsExactly("roles:  → TRAINER", "roles: TRAINER → ");
    }

    @Test
    void notesTokensWithoutTheirText() {
        var token = tokens.create(admin, new CreateToken("MES", Set.of("tickets:read"), 5));
        tokens.revoke(admin, token.id());

        var trail = trail("foundation.api_token");
        assertThat(trail).hasSize(2);
        assertThat(trail.get(0)).startsWith("token: null → MES [tickets:read] ");
        assertThat(trail.get(1)).isEqualTo("token: MES [tickets:read] → null");
        assertThat(trail.toString()).doesNotContain(token.token());
    }

    @Test
    void notesSessionsEndedFromAfarAndInvitations() {
        var person = as.create(Role.MANAGER);
        for (var deed : new String[] {"sessions/removal", "invitation"}) {
            assertThat(mvc.post()
                            .uri("/admin/users/" + person.login() + "/" + deed)
                            .with(as.user(admin))
                            .with(csrf()))
                    .hasStatus3xxRedirection();
        }

        assertThat(trail("foundation.spring_session")).containsExactly("sessions: null → 0");
        assertThat(trail("foundation.password_link"))
                .containsExactly("invitation: null → " + person.login() + "@example.com");
    }

    @Test
    void notesTargetsOfMeasures() {
        var manager = as.create(Role.MANAGER);
        kpis.setTarget(manager, "csat", Period.parse("2031"), new BigDecimal("90"));
        kpis.setTarget(manager, "csat", Period.parse("2031"), new BigDecimal("92"));

        assertThat(jdbc.sql("""
                        select field || ': ' || coalesce(old_value, '-') || ' → ' || new_value from foundation.audit_entry
                         where table_name = 'foundation.kpi_target' and actor_id = ? order by id
                        """).param(manager.id().value()).query(String.class).list())
                .hasSize(2)
                .first()
                .isEqualTo("csat 2031: - → 90");
    }

    @Test
    void showsThemToAdministrators() {
        settings.put(admin, Setting.TICKET_REOPEN_DAYS, "21");

        assertThat(mvc.get().uri("/admin/audit?field=TICKET_REOPEN_DAYS").with(as.user(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("foundation.setting", "TICKET_REOPEN_DAYS", "21", admin.name());
    }

    /** What changes of entities leave behind is noted when they are flushed, and written with the commit. */
    private void committed(Runnable change) {
        CurrentActor.call(admin, () -> {
            change.run();
            entities.flush();
            return true;
        });
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }

    private List<String> trail(String table) {
        return jdbc.sql("""
                        select coalesce(field, '-') || ': ' || coalesce(old_value, 'null') || ' → ' || coalesce(new_value, 'null')
                          from foundation.audit_entry where table_name = ? and actor_id = ? order by id
                        """)
                .params(table, admin.id().value())
                .query(String.class)
                .list();
    }
}
