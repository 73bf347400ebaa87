package io.throughline.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.web.database.LedgerClient.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the whole product while four clients write, starts it again and asks for everything it had acknowledged. */
@Timeout(600)
class CrashLedgerTests {

    private static final int BEFORE_THE_KILL = 60;

    @TempDir
    Path home;

    @Test
    void losesNothingItHasAcknowledgedWhenTheProgramOrTheMachineDies() throws Exception {
        UnpackedPrograms.linkInto(home);
        try (var client = new LedgerClient()) {
            try (var product = ProductProcess.over(home)) {
                var token = LedgerToken.issue(owner());
                client.write(product.address(), token);
                await().atMost(Duration.ofMinutes(2)).until(() -> client.acknowledged() > BEFORE_THE_KILL);
                product.kill();
                client.pause();
            }
            int first = client.acknowledged();

            try (var product = ProductProcess.over(home)) {
                client.goOn(product.address());
                client.requireAll();
                assertThat(halves()).isEmpty();
                await().atMost(Duration.ofMinutes(2)).until(() -> client.acknowledged() > first + BEFORE_THE_KILL);
                var postmaster = Postmaster.namedIn(new DataFolder(home.toRealPath()).data())
                        .orElseThrow();
                postmaster.kill();
                product.kill();
                client.pause();
            }

            try (var product = ProductProcess.over(home)) {
                client.look(product.address());
                client.requireAll();
                assertThat(halves()).isEmpty();
                assertThat(client.entries()).extracting(Entry::number).doesNotHaveDuplicates();
            }
        }
    }

    /** What one transaction writes is there whole or not at all. */
    private List<String> halves() throws SQLException, IOException {
        return LedgerToken.list(owner(), """
                select 'ticket without its first message ' || t.number from aftersales.ticket t
                 where not exists (select 1 from aftersales.ticket_message m where m.ticket_id = t.id)
                union all
                select 'ticket without its first status ' || t.number from aftersales.ticket t
                 where not exists (select 1 from aftersales.ticket_status_change c where c.ticket_id = t.id)
                union all
                select 'ticket that nobody finds ' || t.number from aftersales.ticket t
                 where not exists (select 1 from foundation.search_entry s
                                    where s.subject_type = 'TICKET' and s.subject_id = t.id)
                union all
                select 'ticket without a trace in the trail ' || t.number from aftersales.ticket t
                 where not exists (select 1 from foundation.audit_entry a
                                    where a.table_name = 'aftersales.ticket' and a.record_id = t.id)
                union all
                select 'ticket opened twice ' || subject from aftersales.ticket group by subject having count(*) > 1
                """);
    }

    private DatabaseAccess owner() throws IOException {
        var folder = new DataFolder(home.toRealPath());
        int port = Postmaster.namedIn(folder.data()).orElseThrow().port();
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:%d/throughline".formatted(port),
                DatabaseRoles.OWNER,
                Credentials.read(folder.credentials()).owner());
    }
}
