package io.throughline.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@Timeout(120)
class EmbeddedDatabaseRecoveryTests {

    @TempDir
    static Path prepared;

    @TempDir
    Path temp;

    @BeforeAll
    static void setUpOnce() throws IOException {
        UnpackedPrograms.linkInto(prepared);
        EmbeddedDatabase.start(new DataFolder(prepared)).close();
    }

    /** A copy of a folder whose server was stopped, so that not each test sets one up. */
    @BeforeEach
    void copyPrepared() throws IOException {
        FileSystemUtils.copyRecursively(prepared.resolve("postgres/data"), temp.resolve("postgres/data"));
        Files.copy(
                prepared.resolve("postgres/credentials.properties"), temp.resolve("postgres/credentials.properties"));
        Files.setPosixFilePermissions(temp.resolve("postgres/data"), PosixFilePermissions.fromString("rwx------"));
        UnpackedPrograms.linkInto(temp);
    }

    @Test
    void keepsDataPortAndPasswordsOverARestart() throws SQLException {
        DatabaseAccess before;
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            before = database.owner();
            tell(before, "create table kept (word text)");
            tell(before, "insert into kept values ('贯通')");
        }
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            assertThat(database.owner()).isEqualTo(before);
            assertThat(ask(database.owner(), "select word from kept")).isEqualTo("贯通");
        }
    }

    @Test
    void stopsTheOrphanOfAKilledProcessAndGoesOnWithItsData() throws Exception {
        var folder = new DataFolder(temp.toRealPath());
        Postmaster orphan;
        try (var killed = DatabaseProcess.over(temp)) {
            assertThat(killed.outcome()).startsWith("READY");
            var credentials = Credentials.read(folder.credentials());
            orphan = Postmaster.namedIn(folder.data()).orElseThrow();
            var owner = new DatabaseAccess(
                    "jdbc:postgresql://127.0.0.1:%d/throughline".formatted(orphan.port()),
                    DatabaseRoles.OWNER,
                    credentials.owner());
            tell(owner, "create table kept as select 42 as answer");
            killed.kill();
        }
        assertThat(orphan.serves(folder.data()))
                .as("the server outlives its application")
                .isTrue();

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(orphan.serves(folder.data())).isFalse();
            assertThat(ask(database.owner(), "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void recoversFromAPowerCut() throws Exception {
        var folder = new DataFolder(temp.toRealPath());
        try (var killed = DatabaseProcess.over(temp)) {
            assertThat(killed.outcome()).startsWith("READY");
            killed.kill();
            Postmaster.namedIn(folder.data()).orElseThrow().kill();
        }
        assertThat(Postmaster.file(folder.data())).exists();

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database.owner(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void sparesAStrangerThatNowBearsTheServersProcessId() throws Exception {
        var folder = new DataFolder(temp.toRealPath());
        EmbeddedDatabase.start(folder).close();
        var stranger = new ProcessBuilder("sleep", "100").start();
        try {
            Files.writeString(
                    Postmaster.file(folder.data()),
                    "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n  1234567         0\nready   \n"
                            .formatted(stranger.pid(), folder.data()));
            try (var database = EmbeddedDatabase.start(folder)) {
                assertThat(ask(database.owner(), "select 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void startsOverATornProcessFile() throws Exception {
        var folder = new DataFolder(temp.toRealPath());
        EmbeddedDatabase.start(folder).close();
        Files.writeString(Postmaster.file(folder.data()), "");

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database.owner(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsOverAHalfFinishedFirstStart() throws Exception {
        var home = temp.resolve("half");
        Files.createDirectories(home.resolve("postgres/data.new/base"));
        UnpackedPrograms.linkInto(home);

        try (var database = EmbeddedDatabase.start(new DataFolder(home))) {
            assertThat(ask(database.owner(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void unpacksItsProgramsBesideTheDataAndClearsOldOnesAway() throws Exception {
        var home = temp.resolve("home");
        Files.createDirectories(home.resolve("postgres/binaries-of-a-former-release/bin"));
        Files.createDirectories(home.resolve("postgres/unpacking/bin"));

        EmbeddedDatabase.start(new DataFolder(home)).close();

        try (var folders = Files.list(home.resolve("postgres"))) {
            assertThat(folders.filter(folder -> folder.getFileName().toString().matches("binaries-.*|unpacking")))
                    .singleElement()
                    .satisfies(
                            folder -> assertThat(folder.resolve("bin/postgres")).isExecutable());
        }
    }

    @Test
    void movesToAnotherPortWhereItsOwnIsTaken() throws Exception {
        int port;
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            port = Postmaster.namedIn(temp.toRealPath().resolve("postgres/data"))
                    .orElseThrow()
                    .port();
        }
        try (var taken = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress());
                var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            assertThat(database.owner().url()).doesNotContain(":" + port + "/");
            assertThat(taken.isBound()).isTrue();
        }
    }

    @Test
    void saysWhatToDoWithDataOfAnotherMajorVersion() throws Exception {
        var folder = new DataFolder(temp.toRealPath());
        EmbeddedDatabase.start(folder).close();
        Files.writeString(folder.data().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(EmbeddedDatabaseFailure.class)
                .hasMessageContaining("PostgreSQL 17")
                .extracting("action", STRING)
                .contains("restore");
    }

    @Test
    void refusesDataWhosePasswordsAreGone() throws Exception {
        var folder = new DataFolder(temp.toRealPath());
        EmbeddedDatabase.start(folder).close();
        Files.delete(folder.credentials());

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(EmbeddedDatabaseFailure.class)
                .hasMessageContaining(folder.credentials().toString());
    }

    private static void tell(DatabaseAccess access, String sql) throws SQLException {
        try (var connection = access.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
