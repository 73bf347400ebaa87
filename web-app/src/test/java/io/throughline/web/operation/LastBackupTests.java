package io.throughline.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class LastBackupTests {

    @Autowired
    LastBackup backups;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    @Test
    void asksForOneWhereNoneWasMade() {
        assertThat(backups.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(backups.health().getDetails()).containsEntry("overdue", true);
        assertThat(meters.get("throughline.backup.age").gauge().value()).isNaN();
        assertThat(page()).contains("最近一次有效备份", "尚无");
    }

    @Test
    void tellsItsAgeEverywhere() {
        made("3 hours");

        assertThat(backups.health().getStatus()).isEqualTo(Status.UP);
        assertThat(backups.health().getDetails())
                .containsEntry("overdue", false)
                .containsKey("lastGoodBackup");
        assertThat(meters.get("throughline.backup.age").gauge().value()).isBetween(10_790.0, 10_900.0);
        assertThat(page()).doesNotContain("尚无");
    }

    @Test
    void warnsOfAnOldOneAndTakesNoNodeOutOfService() {
        made("3 days");

        assertThat(backups.health().getDetails()).containsEntry("overdue", true);
        assertThat(backups.health().getStatus()).isEqualTo(Status.UP);
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
    }

    private void made(String ago) {
        jdbc.sql(
                        "insert into foundation.backup_made (at, rows, bytes, file) values (now() - ?::interval, 1, 1, 'a.zip')")
                .param(ago)
                .update();
    }

    private String page() {
        try {
            return mvc.get()
                    .uri("/admin/health")
                    .with(as.staff(Role.ADMIN))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
