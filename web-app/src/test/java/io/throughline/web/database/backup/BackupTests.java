package io.throughline.web.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path shared;

    private static Shop home;
    private static Path archive;

    @TempDir
    Path temp;

    @BeforeAll
    static void backUp() throws Exception {
        home = Shop.filled();
        archive = shared.resolve("shop.zip");
        backupOf(home).to(archive);
    }

    @Test
    void bringsBackEveryRowOfEveryTable() throws Exception {
        var target = Shop.empty();

        restore(target, archive);

        for (var query : List.of(
                "select md5(string_agg(h::text, '|' order by id)) from shop.house h",
                "select md5(string_agg(p::text, '|' order by id)) from shop.person p",
                "select md5(string_agg(e::text, '|' order by id)) from shop.event e",
                "select md5(string_agg(o::text, '|' order by \"a column\")) from shop.\"Odd \"\"Name\"\"\" o",
                "select string_agg(hash || length(content) || md5(content), '|' order by hash) from shop.chunk",
                "select string_agg(tableoid::regclass || '', '|' order by id) from shop.event",
                "select string_agg(h::text, '|' order by installed_rank) from shop.flyway_schema_history h")) {
            assertThat(target.ask(query)).as(query).isNotNull().isEqualTo(home.ask(query));
        }
    }

    @Test
    void bringsBackWhatGuardsTheRows() throws Exception {
        var target = Shop.empty();

        restore(target, archive);

        var foreignKeys = "select string_agg(pg_get_constraintdef(oid), '|' order by conname, conrelid::regclass::text)"
                + " from pg_constraint where contype = 'f'";
        assertThat(target.ask(foreignKeys)).isEqualTo(home.ask(foreignKeys)).contains("head");
        assertThatThrownBy(() -> target.tell("update shop.event set text = 'y' where id = 1"))
                .hasMessageContaining("append only");
        assertThatThrownBy(() -> target.tell("update shop.house set head = 4711"))
                .hasMessageContaining("house_head_fk");
    }

    @Test
    void goesOnCountingWhereTheBackupStood() throws Exception {
        var target = Shop.empty();

        restore(target, archive);

        assertThat(target.ask("select nextval('shop.number_seq')")).isEqualTo("151");
        assertThat(target.ask("insert into shop.house (name) values ('next') returning id"))
                .isEqualTo("4");
        assertThat(target.ask("select houses from shop.house_count")).isEqualTo("3");
    }

    @Test
    void takesOneMomentWhileOthersGoOnWriting() throws Exception {
        var busy = Shop.filled();
        try (var writer = busy.owner().open()) {
            writer.setAutoCommit(false);
            try (var statement = writer.createStatement()) {
                statement.execute("insert into shop.house (name) values ('not committed yet')");
                backupOf(busy).to(temp.resolve("busy.zip"));
                writer.commit();
            }
        }
        var target = Shop.empty();

        restore(target, temp.resolve("busy.zip"));

        assertThat(target.ask("select count(*) from shop.house where name = 'not committed yet'"))
                .isEqualTo("0");
        assertThat(target.ask("insert into shop.house (name) values ('next') returning id > 4"))
                .as("a sequence is never behind the rows")
                .isEqualTo("t");
    }

    @Test
    void runsLaterMigrationsOverTheRestoredRows() throws Exception {
        var target = Shop.empty();
        new Restore(target.owner(), target.target("db/backup-new")).from(archive);
        assertThat(target.ask("select count(*) from information_schema.columns where column_name = 'colour'"))
                .isEqualTo("0");

        target.migrate("db/backup-new");

        assertThat(target.ask("select count(*) from shop.house where colour = 'red'"))
                .isEqualTo("3");
    }

    @Test
    void refusesASchemaThisReleaseDoesNotKnow() throws Exception {
        var newer = Shop.empty();
        newer.migrate("db/backup-new");
        backupOf(newer).to(temp.resolve("newer.zip"));
        var target = Shop.empty();

        assertThatThrownBy(() -> restore(target, temp.resolve("newer.zip")))
                .isInstanceOf(BackupFailure.class)
                .hasMessageContaining("V2__colour.sql");
        assertThat(tables(target)).isEqualTo("0");
    }

    @Test
    void refusesATargetThatHoldsTables() throws Exception {
        var target = Shop.empty();
        target.tell("create table mine (word text)");
        target.tell("insert into mine values ('kept')");

        assertThatThrownBy(() -> restore(target, archive))
                .isInstanceOf(BackupFailure.class)
                .hasMessageContaining("not empty");
        assertThat(target.ask("select word from mine")).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables/shop.person.copy", "tables/shop.chunk.copy", "manifest.json"})
    void refusesAnArchiveWithAChangedEntryBeforeTouchingTheTarget(String entry) throws Exception {
        var damaged = Files.copy(archive, temp.resolve("damaged.zip"));
        try (var zip = FileSystems.newFileSystem(damaged)) {
            var content = Files.readAllBytes(zip.getPath(entry));
            content[content.length / 2] ^= 1;
            Files.write(zip.getPath(entry), content);
        }
        refuses(damaged);
    }

    @Test
    void refusesAnArchiveWithoutOneOfItsTables() throws Exception {
        var damaged = Files.copy(archive, temp.resolve("damaged.zip"));
        try (var zip = FileSystems.newFileSystem(damaged)) {
            Files.delete(zip.getPath("tables/shop.house.copy"));
        }
        refuses(damaged);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void refusesAnArchiveWithADamagedByte(double where) throws Exception {
        var bytes = Files.readAllBytes(archive);
        bytes[(int) (bytes.length * where)] ^= 0x55;
        refuses(Files.write(temp.resolve("damaged.zip"), bytes));
    }

    @Test
    void refusesATornArchiveAndAFileThatIsNone() throws Exception {
        var bytes = Files.readAllBytes(archive);
        refuses(Files.write(temp.resolve("torn.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2)));
        refuses(Files.writeString(temp.resolve("letter.zip"), "Dear database", StandardCharsets.UTF_8));
    }

    @Test
    void neverWritesOverAnEarlierBackup() throws Exception {
        var before = Files.readAllBytes(archive);

        assertThatThrownBy(() -> backupOf(home).to(archive)).hasMessageContaining("exists already");

        assertThat(Files.readAllBytes(archive)).isEqualTo(before);
    }

    @Test
    void leavesNoFileBehindWhereThereIsNothingToBackUp() throws Exception {
        var empty = Shop.empty();

        assertThatThrownBy(() -> backupOf(empty).to(temp.resolve("empty.zip"))).isInstanceOf(BackupFailure.class);

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void keepsTheArchiveFromOtherUsers() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
    }

    private void refuses(Path damaged) throws SQLException {
        var target = Shop.empty();
        assertThatThrownBy(() -> restore(target, damaged))
                .isInstanceOf(BackupFailure.class)
                .hasMessageContaining("damaged");
        assertThat(tables(target)).isEqualTo("0");
    }

    private static String tables(Shop shop) throws SQLException {
        return shop.ask("select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
    }

    private static Backup backupOf(Shop shop) {
        return new Backup(shop.owner(), "shop.flyway_schema_history", "test", CLOCK);
    }

    private static void restore(Shop target, Path file) throws Exception {
        new Restore(target.owner(), target.target("db/backup-old")).from(file);
    }
}
