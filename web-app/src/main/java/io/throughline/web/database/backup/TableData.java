package io.throughline.web.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Moves a table's rows as COPY's text, and hashes them on the way. Text, not COPY's binary form, because it may be read
 * by another major version.
 */
final class TableData {

    private TableData() {}

    /** Makes the text of a value the same on every server, and lets a long COPY take its time. */
    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set datestyle = 'ISO, YMD'");
            statement.execute("set intervalstyle = 'postgres'");
            statement.execute("set timezone = 'UTC'");
            statement.execute("set extra_float_digits = 1");
            statement.execute("set bytea_output = 'hex'");
            statement.execute("set statement_timeout = 0");
            statement.execute("set lock_timeout = 0");
        }
    }

    static Manifest.Table write(Connection connection, Catalogue.TableName table, OutputStream target)
            throws SQLException, IOException {
        var digest = sha256();
        var columns = String.join(", ", table.columns());
        var rows = copy(connection)
                .copyOut(
                        table.partitioned()
                                ? "copy (select %s from %s) to stdout".formatted(columns, table.name())
                                : "copy %s (%s) to stdout".formatted(table.name(), columns),
                        new DigestOutputStream(target, digest));
        return new Manifest.Table(table.name(), table.columns(), rows, hex(digest));
    }

    static void read(Connection connection, Manifest.Table table, InputStream source) throws SQLException, IOException {
        var digest = sha256();
        var rows = copy(connection)
                .copyIn(
                        "copy %s (%s) from stdin".formatted(table.name(), table.columnList()),
                        new DigestInputStream(source, digest),
                        1 << 16);
        if (rows != table.rows() || !hex(digest).equals(table.sha256())) {
            throw BackupFailure.corrupted(table.name());
        }
    }

    static String hash(InputStream source) throws IOException {
        var digest = sha256();
        try (var hashed = new DigestInputStream(source, digest)) {
            hashed.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
