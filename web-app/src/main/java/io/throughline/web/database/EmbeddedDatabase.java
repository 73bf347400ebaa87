package io.throughline.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import lombok.extern.slf4j.Slf4j;

/**
 * A PostgreSQL server of our own over a {@link DataFolder}: started with the application, stopped after its pools.
 *
 * <p>The order matters. The folder's lock comes first; only its holder may conclude that a server still running there is
 * an orphan, and stop it. The other way round, a second application would stop the server of a living one.
 */
@Slf4j
public final class EmbeddedDatabase implements AutoCloseable {

    /** The role of the pools. */
    public static final String APPLICATION_ROLE = DatabaseRoles.APPLICATION;

    private final FolderLock lock;
    private final PostgresServer server;
    private final Credentials credentials;
    private final int port;

    private EmbeddedDatabase(FolderLock lock, PostgresServer server, Credentials credentials, int port) {
        this.lock = lock;
        this.server = server;
        this.credentials = credentials;
        this.port = port;
    }

    /** @throws EmbeddedDatabaseFailure where it cannot run, with what to do about it */
    public static EmbeddedDatabase start(DataFolder configured) {
        var folder = configured.create();
        var lock = FolderLock.take(folder);
        try {
            return start(folder, lock);
        } catch (IOException e) {
            release(lock);
            throw EmbeddedDatabaseFailure.folderNotWritable(folder.root(), e);
        } catch (SQLException e) {
            release(lock);
            throw EmbeddedDatabaseFailure.command("let us sign in", folder.logs(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** The owner's access to the server that another process runs over the folder; empty where none does. */
    public static Optional<DatabaseAccess> runningIn(DataFolder configured) {
        try {
            if (!Files.exists(configured.lockFile())) {
                return Optional.empty();
            }
            var folder = configured.create();
            var postmaster = Postmaster.namedIn(folder.data());
            if (postmaster.isEmpty() || !FolderLock.isHeldByAnother(folder)) {
                return Optional.empty();
            }
            var credentials = Credentials.read(folder.credentials());
            return Optional.of(new DatabaseAccess(
                    url(postmaster.get().port(), DatabaseRoles.DATABASE), DatabaseRoles.OWNER, credentials.owner()));
        } catch (IOException e) {
            throw EmbeddedDatabaseFailure.folderNotWritable(configured.root(), e);
        }
    }

    private static EmbeddedDatabase start(DataFolder folder, FolderLock lock) throws IOException, SQLException {
        long began = System.nanoTime();
        var server = PostgresServer.in(folder);
        server.clearFormerServer();
        var credentials = credentials(folder);
        if (!folder.isInitialised()) {
            server.initialise(credentials);
        }
        int port = server.start();
        try {
            DatabaseRoles.prepare(
                    new DatabaseAccess(url(port, "postgres"), "postgres", credentials.superuser()), credentials);
        } catch (SQLException e) {
            server.stop();
            throw e;
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        log.info("Embedded PostgreSQL ready on port {} after {} ms, data in {}", port, millis, folder.data());
        return new EmbeddedDatabase(lock, server, credentials, port);
    }

    private static Credentials credentials(DataFolder folder) throws IOException {
        if (Files.exists(folder.credentials())) {
            return Credentials.read(folder.credentials());
        }
        if (folder.isInitialised()) {
            throw EmbeddedDatabaseFailure.passwordsMissing(folder.credentials());
        }
        return Credentials.create(folder.credentials());
    }

    /** For the pools: may read and write rows, may not change the schema. */
    public DatabaseAccess application() {
        return new DatabaseAccess(
                url(port, DatabaseRoles.DATABASE), DatabaseRoles.APPLICATION, credentials.application());
    }

    /** For migrations, backup and restore: owns the database, is no superuser. */
    public DatabaseAccess owner() {
        return new DatabaseAccess(url(port, DatabaseRoles.DATABASE), DatabaseRoles.OWNER, credentials.owner());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(lock);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("The folder's lock could not be given back; it ends with this process", e);
        }
    }
}
