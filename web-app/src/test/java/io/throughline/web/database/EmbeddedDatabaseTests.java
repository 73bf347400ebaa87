package io.throughline.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseTests {

    @TempDir
    Path temp;

    @Test
    void keepsEveryAcknowledgedWriteOnTheDisk() throws SQLException {
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            assertThat(show(database, "fsync")).isEqualTo("on");
            assertThat(show(database, "synchronous_commit")).isEqualTo("on");
            assertThat(show(database, "full_page_writes")).isEqualTo("on");
            assertThat(show(database, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void classifiesAndSortsChinese() throws SQLException {
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            assertThat(ask(database.owner(), "select datctype from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
            assertThat(ask(database.owner(), "select '贯通' ~ '^[[:alpha:]]+$'")).isEqualTo("t");
            assertThat(ask(database.owner(), """
                                    select string_agg(name, '' order by name collate "zh-Hans-CN-x-icu")
                                      from (values ('张'), ('白'), ('李'), ('安')) as people (name)
                                    """)).isEqualTo("安白李张");
        }
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
    void refusesASignInWithoutThePassword() {
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            for (var role : new String[] {"postgres", DatabaseRoles.OWNER, DatabaseRoles.APPLICATION}) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                        database.owner().url(), role, "guess")
                                .close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void keepsThePasswordsFromOtherUsers() throws IOException {
        try (var database = EmbeddedDatabase.start(new DataFolder(temp.resolve("home")))) {
            var folder = new DataFolder(temp.resolve("home"));
            assertThat(Files.getPosixFilePermissions(folder.credentials()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(folder.root()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(database.owner().toString())
                    .doesNotContain(database.owner().password());
        }
    }

    @Test
    void letsNeitherRoleBeASuperuser() throws SQLException {
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            for (var access : new DatabaseAccess[] {database.owner(), database.application()}) {
                assertThat(ask(
                                access,
                                "select rolsuper or rolcreaterole or rolcreatedb or rolreplication"
                                        + " from pg_roles where rolname = current_user"))
                        .isEqualTo("f");
            }
        }
    }

    @Test
    void doesNotLetTheApplicationChangeTheSchema() {
        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            assertThatThrownBy(() -> tell(database.application(), "create table mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> tell(database.application(), "create schema mine"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesASecondStartInTheSameProcess() throws SQLException {
        try (var first = EmbeddedDatabase.start(new DataFolder(temp))) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(new DataFolder(temp)))
                    .isInstanceOf(EmbeddedDatabaseFailure.class)
                    .hasMessageContaining("" + ProcessHandle.current().pid());
            assertThat(ask(first.application(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void namesFolderAndHolderToASecondProcessAndLeavesTheFirstAlone() throws Exception {
        try (var first = EmbeddedDatabase.start(new DataFolder(temp))) {
            try (var second = DatabaseProcess.over(temp)) {
                assertThat(second.outcome())
                        .startsWith("REFUSED")
                        .contains(temp.toRealPath().toString())
                        .contains("process " + ProcessHandle.current().pid());
            }
            assertThat(ask(first.application(), "select 1")).isEqualTo("1");
            assertThatThrownBy(() -> EmbeddedDatabase.start(new DataFolder(temp)))
                    .as("the refused process must not have taken the lock along")
                    .isInstanceOf(EmbeddedDatabaseFailure.class);
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
        Files.createDirectories(temp.resolve("postgres/data.new/base"));
        Files.createDirectories(temp.resolve("postgres/unpacking/bin"));

        try (var database = EmbeddedDatabase.start(new DataFolder(temp))) {
            assertThat(ask(database.owner(), "select 1")).isEqualTo("1");
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

    private static String show(EmbeddedDatabase database, String setting) throws SQLException {
        return ask(database.application(), "show " + setting);
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
