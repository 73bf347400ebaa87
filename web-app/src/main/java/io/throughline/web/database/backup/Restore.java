package io.throughline.web.database.backup;

import io.throughline.web.database.DatabaseAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/**
 * Fills an empty database from an archive, whole or not at all: the archive is verified before anything is touched, the
 * rows are loaded in one transaction, and what was loaded is read back and compared before that transaction ends.
 *
 * <p>Foreign keys may form cycles, and only a superuser may switch them off. They are therefore dropped before the load
 * and made again after it, in the same transaction, which also checks every row against them.
 */
@RequiredArgsConstructor
public final class Restore {

    private final DatabaseAccess database;
    private final Target target;

    /**
     * @param migrations their folder on the class path
     * @param schemas that the migrations fill
     * @param historySchema where Flyway keeps its history
     * @param historyTable its name there
     * @param applicationRole that may read and write rows afterwards
     */
    public record Target(
            String migrations,
            List<String> schemas,
            String historySchema,
            String historyTable,
            String applicationRole) {

        public String history() {
            return historySchema + "." + historyTable;
        }
    }

    public Backup.Summary from(Path file) throws SQLException, IOException {
        try (var archive = Archive.open(file);
                var connection = database.open()) {
            requireEmpty(connection);
            archive.verify();
            new SchemaOfBackup(database, target).create(archive.getManifest().migrations());
            TableData.prepare(connection);
            connection.setAutoCommit(false);
            load(connection, archive);
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "analyze");
            var manifest = archive.getManifest();
            return new Backup.Summary(
                    manifest.tables().size(), manifest.rows(), file.toFile().length());
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        var tables = Catalogue.tables(connection);
        if (!tables.isEmpty()) {
            throw new BackupFailure(
                    "The target is not empty: it holds %d tables, the first is %s. Restore into a new, empty database."
                            .formatted(tables.size(), tables.get(0).name()),
                    "目标数据库不为空（已有 %d 张表）。请恢复到一个新的空数据库。".formatted(tables.size()));
        }
    }

    private static void load(Connection connection, Archive archive) throws SQLException, IOException {
        var manifest = archive.getManifest();
        var tables = Catalogue.tables(connection);
        requireSameTables(manifest, tables);
        createPartitions(connection, manifest);
        var foreignKeys = Catalogue.foreignKeys(connection);
        for (var key : foreignKeys) {
            run(connection, "alter table %s drop constraint %s".formatted(key.table(), key.name()));
        }
        for (var table : tables) {
            run(connection, "alter table %s disable trigger user".formatted(table.name()));
        }
        run(
                connection,
                "truncate " + tables.stream().map(Catalogue.TableName::name).collect(Collectors.joining(", ")));
        for (var table : manifest.tables()) {
            try (var data = archive.data(table)) {
                TableData.read(connection, table, data);
            }
        }
        for (var sequence : manifest.sequences()) {
            setSequence(connection, sequence);
        }
        compare(connection, manifest, tables);
        for (var key : foreignKeys) {
            run(connection, "alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()));
        }
        for (var table : tables) {
            run(connection, "alter table %s enable trigger user".formatted(table.name()));
        }
        for (var view : Catalogue.materializedViews(connection)) {
            run(connection, "refresh materialized view " + view);
        }
    }

    private static void requireSameTables(Manifest manifest, List<Catalogue.TableName> tables) {
        var there = tables.stream().map(Catalogue.TableName::name).collect(Collectors.toSet());
        var backedUp = manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.toSet());
        if (!there.equals(backedUp)) {
            throw BackupFailure.corrupted("its tables are not those of its migrations");
        }
    }

    /** Without them their rows would fall into the default partition and be in the way of the real one for ever. */
    private static void createPartitions(Connection connection, Manifest manifest) throws SQLException {
        var there = Catalogue.partitions(connection).stream()
                .map(Manifest.Partition::name)
                .collect(Collectors.toSet());
        for (var partition : manifest.partitions()) {
            if (!there.contains(partition.name())) {
                run(
                        connection,
                        "create table %s partition of %s %s"
                                .formatted(partition.name(), partition.parent(), partition.bound()));
            }
        }
    }

    private static void compare(Connection connection, Manifest manifest, List<Catalogue.TableName> tables)
            throws SQLException, IOException {
        var expected = manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, table -> table));
        for (var table : tables) {
            var loaded = TableData.write(connection, table, OutputStream.nullOutputStream());
            if (!loaded.equals(expected.get(table.name()))) {
                throw new BackupFailure(
                        "The rows of %s are not those of the archive. Nothing was loaded.".formatted(table.name()),
                        "%s 的数据与备份不一致，未导入任何数据。".formatted(table.name()));
            }
        }
    }

    private static void setSequence(Connection connection, Manifest.Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.lastValue());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
