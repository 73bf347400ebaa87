package io.throughline.web.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditFilter;
import io.throughline.foundation.activity.AuditQueries;
import io.throughline.foundation.activity.AuditRow;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class DoorTrailTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Users users;

    @Autowired
    AuditQueries audit;

    @Test
    void writesDownSignInsAndRefusals() {
        users.create(
                Viewer.system("test"),
                new CreateUser("doortrail", "门迹", null, null, Set.of(Role.MANAGER), "correct horse", null));
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();

        signIn("wrong horse");
        assertThat(newest(AuditAction.SIGN_IN_REFUSED)).satisfies(row -> {
            assertThat(row.actorId()).isNull();
            assertThat(row.newValue()).startsWith("doortrail").doesNotContain("wrong horse");
        });

        signIn("correct horse");
        assertThat(newest(AuditAction.SIGNED_IN).actorName()).isEqualTo("门迹");
    }

    @Test
    void writesDownWhoTriedAForeignDoor() {
        var agent = as.create(Role.SUPPORT_AGENT);

        assertThat(mvc.get().uri("/admin/audit").with(as.user(agent))).hasStatus(403);

        assertThat(newest(AuditAction.ACCESS_REFUSED)).satisfies(row -> {
            assertThat(row.actorId()).isEqualTo(agent.id().value());
            assertThat(row.newValue()).isEqualTo("GET /admin/audit");
        });
    }

    private void signIn(String password) {
        assertThat(mvc.post()
                        .uri("/login")
                        .param("username", "doortrail")
                        .param("password", password)
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    private AuditRow newest(AuditAction action) {
        var filter = new AuditFilter(null, action, null, null, null, null, null);
        return audit.rows(Viewer.system("test"), filter, PageRequest.first(1))
                .rows()
                .get(0);
    }
}
