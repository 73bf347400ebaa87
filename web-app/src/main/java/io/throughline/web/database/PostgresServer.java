package io.throughline.web.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/** One PostgreSQL server over one data folder; whoever calls holds the folder's lock. */
@Slf4j
@RequiredArgsConstructor
final class PostgresServer {

    private static final int ATTEMPTS = 4;

    private final DataFolder folder;
    private final Path binaries;
    private final PostgresCommand command;

    static PostgresServer in(DataFolder folder) throws IOException {
        var binaries = PostgresBinaries.unpackInto(folder.postgres());
        return new PostgresServer(
                folder, binaries, PostgresCommand.of(binaries, folder.logs().resolve("command.log")));
    }

    /**
     * Stops the server that a killed application left behind, and removes what a dead one left behind. A process that
     * merely bears the same id is not touched.
     */
    void clearFormerServer() throws IOException {
        var data = folder.data();
        var former = Postmaster.namedIn(data);
        if (former.isPresent() && former.get().serves(data)) {
            log.warn(
                    "Stopping the database server {} that a former run left behind",
                    former.get().pid());
            stop();
            if (former.get().serves(data)) {
                former.get().kill();
            }
        }
        Files.deleteIfExists(Postmaster.file(data));
        PostgresBinaries.deleteOthers(binaries);
    }

    /** Makes the data under a draft's name first, so that a cut in between leaves nothing that looks whole. */
    void initialise(Credentials credentials) throws IOException {
        log.info("Setting up the embedded PostgreSQL in {}", folder.postgres());
        var draft = folder.postgres().resolve("data.new");
        DurableFiles.deleteTree(draft);
        var password = Files.createTempFile(folder.postgres(), "initdb", ".pw");
        try {
            DurableFiles.write(password, credentials.superuser());
            var arguments = new ArrayList<>(List.of(
                    "-D",
                    draft.toString(),
                    "-U",
                    "postgres",
                    "--pwfile",
                    password.toString(),
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--data-checksums",
                    "--lc-collate=C",
                    "--lc-messages=C",
                    "--lc-ctype=" + characterTypes()));
            if (!command.run(Duration.ofMinutes(2), "initdb", arguments)) {
                throw failed("initdb");
            }
        } finally {
            Files.delete(password);
        }
        Files.move(draft, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** @return the port it listens on: the stored one where it is free, so that bookmarks of tools stay valid */
    int start() throws IOException {
        requireSameMajorVersion();
        ServerConfiguration.write(folder, folder.data());
        int port = storedPort();
        for (int attempt = 1; ; attempt++) {
            if (port == 0 || !isFree(port)) {
                port = anyFreePort();
            }
            var arguments = List.of(
                    "start",
                    "-D",
                    folder.data().toString(),
                    "-l",
                    folder.logs().resolve("start.log").toString(),
                    "-w",
                    "-t",
                    "120",
                    "-o",
                    "-p " + port);
            if (command.run(Duration.ofSeconds(150), "pg_ctl", arguments)) {
                DurableFiles.write(folder.port(), Integer.toString(port));
                return port;
            }
            if (attempt == ATTEMPTS) {
                throw EmbeddedDatabaseFailure.command(
                        "start",
                        folder.logs().resolve("start.log"),
                        tail(folder.logs().resolve("start.log")));
            }
            port = 0;
            // backends of a killed server need a moment to notice and to let go of its shared memory
            pause(Duration.ofSeconds(attempt));
        }
    }

    void stop() throws IOException {
        var stopFast = List.of("stop", "-D", folder.data().toString(), "-m", "fast", "-w", "-t", "30");
        if (!command.run(Duration.ofSeconds(40), "pg_ctl", stopFast)) {
            var stopNow = List.of("stop", "-D", folder.data().toString(), "-m", "immediate", "-w", "-t", "10");
            command.run(Duration.ofSeconds(15), "pg_ctl", stopNow);
        }
    }

    private void requireSameMajorVersion() throws IOException {
        var written = Files.readString(folder.data().resolve("PG_VERSION")).strip();
        if (command.run(Duration.ofSeconds(10), "postgres", List.of("--version"))) {
            var packed = command.said().replaceAll("\\D*(\\d+).*", "$1").strip();
            if (!packed.equals(written)) {
                throw EmbeddedDatabaseFailure.otherMajorVersion(folder.data(), written, packed);
            }
        }
    }

    private int storedPort() throws IOException {
        if (!Files.exists(folder.port())) {
            return 0;
        }
        var stored = Files.readString(folder.port()).strip();
        return stored.matches("\\d{4,5}") ? Integer.parseInt(stored) : 0;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Character classes for Chinese, whatever the environment says; ordering by pinyin comes from ICU collations. */
    private static String characterTypes() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return "UTF-8";
        }
        return system.contains("windows") ? "C" : "C.UTF-8";
    }

    private EmbeddedDatabaseFailure failed(String what) throws IOException {
        return EmbeddedDatabaseFailure.command(what, folder.logs(), command.said());
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
