package io.throughline.web.database.backup;

import io.throughline.web.database.DatabaseAccess;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tables of the database into one archive, as they stood at one moment, while everybody goes on working.
 *
 * <p>Sequences do not belong to a snapshot; they are read last, so that they are never behind the rows.
 */
@RequiredArgsConstructor
public final class Backup {

    private final DatabaseAccess database;
    private final String history;
    private final String release;
    private final Clock clock;

    /** The archive appears under its name only when it is whole and was read back. */
    public Summary to(Path file) throws SQLException, IOException {
        if (Files.exists(file)) {
            throw new BackupFailure("%s exists already.".formatted(file), "%s 已存在。".formatted(file));
        }
        var draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(draft);
            Archive.createPrivate(draft);
            var manifest = write(draft);
            try (var written = Archive.open(draft)) {
                written.verify();
            }
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return new Summary(manifest.tables().size(), manifest.rows(), Files.size(file));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest write(Path draft) throws SQLException, IOException {
        try (var connection = database.open();
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16))) {
            zip.setLevel(3);
            TableData.prepare(connection);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var manifest = manifest(connection, zip);
            var json = JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(manifest);
            put(zip, Manifest.ENTRY, json);
            put(
                    zip,
                    Manifest.CHECKSUM_ENTRY,
                    TableData.hash(new ByteArrayInputStream(json)).getBytes(StandardCharsets.US_ASCII));
            connection.rollback();
            return manifest;
        }
    }

    private Manifest manifest(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        var names = Catalogue.tables(connection);
        if (names.stream().noneMatch(table -> table.name().equals(history))) {
            throw new BackupFailure(
                    "There is nothing to back up: the database has no tables of ours.", "没有可备份的内容：数据库中没有本系统的表。");
        }
        var migrations = Catalogue.migrations(connection, history);
        List<Manifest.Table> tables = new ArrayList<>();
        for (var name : names) {
            zip.putNextEntry(new ZipEntry("tables/" + name.name() + ".copy"));
            tables.add(TableData.write(connection, name, new KeptOpen(zip)));
            zip.closeEntry();
        }
        var server = connection.getMetaData().getDatabaseProductVersion();
        return new Manifest(
                Manifest.FORMAT,
                release,
                server,
                clock.instant(),
                migrations,
                Catalogue.partitions(connection),
                tables,
                Catalogue.sequences(connection));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * @param rows of all tables
     * @param bytes of the archive
     */
    public record Summary(int tables, long rows, long bytes) {}

    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
