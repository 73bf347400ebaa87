package io.throughline.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.notification.Outbox;
import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class OutboxPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void saysThatNoMailServerIsConfiguredAndKeepsTheMail() {
        outbox.mail("wang@example.com", "invitation", Locale.CHINA, Map.of("name", "王芳"));

        assertThat(mvc.get().uri("/admin/outbox").with(as.staff(Role.ADMIN)))
                .hasStatusOk()
                .bodyText()
                .contains("尚未配置邮件服务器", "wang@example.com", "邀请");
        assertThat(mvc.get().uri("/admin/outbox?lang=en&state=SENT").with(as.staff(Role.ADMIN)))
                .bodyText()
                .contains("No mail server is configured", "No mail here");
    }

    @Test
    void triesADeadLetterAgain() {
        outbox.mail("wang@example.com", "invitation", Locale.CHINA, Map.of());
        var id = jdbc.sql(
                        "update foundation.outbox_mail set state = 'DEAD', attempts = 8, last_error = '550 unknown' returning id")
                .query(Long.class)
                .single();
        assertThat(mvc.get().uri("/admin/outbox?state=DEAD").with(as.staff(Role.ADMIN)))
                .bodyText()
                .contains("550 unknown", "/admin/outbox/" + id + "/attempt");

        assertThat(mvc.post()
                        .uri("/admin/outbox/{id}/attempt", id)
                        .with(as.staff(Role.ADMIN))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(jdbc.sql("select state || attempts from foundation.outbox_mail where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("PENDING0");
        assertThat(jdbc.sql("""
                                select field || ': ' || old_value || ' > ' || new_value from foundation.audit_entry
                                 where table_name = 'foundation.outbox_mail' and record_id = ?
                                """).param(id).query(String.class).list()).containsExactly("state: DEAD (8) > PENDING (0)");
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(mvc.get().uri("/admin/outbox").with(as.staff(Role.MANAGER))).hasStatus(403);
    }
}
