package io.throughline.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseTests {

    @TempDir
    static Path temp;

    private static DataFolder folder;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws IOException {
        UnpackedPrograms.linkInto(temp);
        folder = new DataFolder(temp.toRealPath());
        database = EmbeddedDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void keepsEveryAcknowledgedWriteOnTheDisk() throws SQLException {
        assertThat(show(database, "fsync")).isEqualTo("on");
        assertThat(show(database, "synchronous_commit")).isEqualTo("on");
        assertThat(show(database, "full_page_writes")).isEqualTo("on");
        assertThat(show(database, "data_checksums")).isEqualTo("on");
    }

    @Test
    void classifiesAndSortsChinese() throws SQLException {
        assertThat(ask(database.owner(), "select datctype from pg_database where datname = current_database()"))
                .isEqualTo("C.UTF-8");
        assertThat(ask(database.owner(), "select '贯通' ~ '^[[:alpha:]]+$'")).isEqualTo("t");
        assertThat(ask(database.owner(), """
                                select string_agg(name, '' order by name collate "zh-Hans-CN-x-icu")
                                  from (values ('张'), ('白'), ('李'), ('安')) as people (name)
                                """)).isEqualTo("安白李张");
    }

    @Test
    void refusesASignInWithoutThePassword() {
        for (var role : new String[] {"postgres", DatabaseRoles.OWNER, DatabaseRoles.APPLICATION}) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(database.owner().url(), role, "guess")
                                    .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsThePasswordsFromOtherUsers() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.credentials()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.logs()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(database.owner().toString()).doesNotContain(database.owner().password());
    }

    @Test
    void letsNeitherRoleBeASuperuser() throws SQLException {
        for (var access : new DatabaseAccess[] {database.owner(), database.application()}) {
            assertThat(ask(
                            access,
                            "select rolsuper or rolcreaterole or rolcreatedb or rolreplication"
                                    + " from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void doesNotLetTheApplicationChangeTheSchema() {
        assertThatThrownBy(() -> tell(database.application(), "create table mine (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tell(database.application(), "create schema mine"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void letsTheApplicationReadTheHistoryOfMigrationsAndNoMore() throws SQLException {
        for (int start = 0; start < 2; start++) {
            Flyway.configure()
                    .dataSource(
                            database.owner().url(),
                            database.owner().user(),
                            database.owner().password())
                    .defaultSchema("granted")
                    .locations("filesystem:" + temp)
                    .callbacks(new AccessGrants(DatabaseRoles.APPLICATION))
                    .load()
                    .migrate();

            assertThat(ask(database.application(), "select count(*) from granted.flyway_schema_history"))
                    .isEqualTo("1");
        }
        assertThatThrownBy(() -> tell(database.application(), "delete from granted.flyway_schema_history"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesASecondStartInTheSameProcess() throws SQLException {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(EmbeddedDatabaseFailure.class)
                .hasMessageContaining("" + ProcessHandle.current().pid());
        assertThat(ask(database.application(), "select 1")).isEqualTo("1");
    }

    @Test
    void namesFolderAndHolderToASecondProcessAndLeavesTheFirstAlone() throws Exception {
        try (var second = DatabaseProcess.over(folder.root())) {
            assertThat(second.outcome())
                    .startsWith("REFUSED")
                    .contains(folder.root().toString())
                    .contains("process " + ProcessHandle.current().pid());
        }
        assertThat(ask(database.application(), "select 1")).isEqualTo("1");
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .as("the refused process must not have taken the lock along")
                .isInstanceOf(EmbeddedDatabaseFailure.class);
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
