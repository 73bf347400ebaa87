package io.throughline.web.database.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.web.database.DataFolder;
import io.throughline.web.database.DatabaseAccess;
import io.throughline.web.database.EmbeddedDatabase;
import io.throughline.web.database.UnpackedPrograms;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTests {

    private static final String EVERY_TABLE = """
            select string_agg(format('%s.%s', table_schema, table_name), ',' order by table_schema, table_name)
              from information_schema.tables where table_schema in ('foundation', 'project', 'aftersales')
            """;

    @TempDir
    Path temp;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void backsUpTheRunningSystemAndRestoresItIntoANewFolder() throws Exception {
        UnpackedPrograms.linkInto(temp.resolve("home"));
        UnpackedPrograms.linkInto(temp.resolve("new"));
        String tables;
        try (var running = EmbeddedDatabase.start(new DataFolder(temp.resolve("home")))) {
            migrate(running.owner());
            tables = ask(running.owner(), EVERY_TABLE);
            assertThat(run("backup", "--to", temp.resolve("all.zip").toString(), home("home")))
                    .as(this::said)
                    .isZero();
        }

        assertThat(run("restore", "--from=" + temp.resolve("all.zip"), home("new")))
                .as(this::said)
                .isZero();

        try (var restored = EmbeddedDatabase.start(new DataFolder(temp.resolve("new")))) {
            assertThat(ask(restored.owner(), EVERY_TABLE)).isEqualTo(tables).contains("foundation.");
            assertThat(ask(restored.application(), "select count(*) >= 0 from foundation.app_user"))
                    .as("the application may read what was restored")
                    .isEqualTo("t");
        }
        assertThat(run("restore", "--from", temp.resolve("all.zip").toString(), home("new")))
                .isEqualTo(1);
        assertThat(said()).contains("not empty");
    }

    @Test
    void makesNoDatabaseOnlyToBackUpNothing() {
        assertThat(run("backup", "--to", temp.resolve("all.zip").toString(), home("nowhere")))
                .isEqualTo(1);
        assertThat(said()).contains("There is no database in");
        assertThat(Files.exists(temp.resolve("nowhere"))).isFalse();
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("restore")).isEqualTo(2);
        assertThat(said()).contains("restore --from file.zip");
    }

    private int run(String... arguments) {
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return new BackupCommand(stream, stream).run(arguments);
        }
    }

    private String home(String name) {
        return "--throughline.home=" + temp.resolve(name);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static void migrate(DatabaseAccess owner) {
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .schemas("foundation", "project", "aftersales")
                .defaultSchema("foundation")
                .outOfOrder(true)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
    }

    private static String ask(DatabaseAccess access, String query) throws SQLException {
        try (var connection = access.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
