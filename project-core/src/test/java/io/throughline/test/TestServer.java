package io.throughline.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL that the tests of this JVM share: a container where Docker is there, else the embedded one. The same
 * tests pass on both; {@code -Dthroughline.test.database=docker} or {@code embedded} insists on one of them.
 *
 * @param host where it listens
 * @param user its superuser
 */
record TestServer(String host, int port, String user, String password) {

    private static final String SELECTOR = "throughline.test.database";
    private static final String IMAGE = "postgres:18";
    private static final int PORT = 5432;

    static TestServer get() {
        return Holder.SERVER;
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    private static TestServer start() {
        var choice = System.getProperty(SELECTOR, "auto");
        var server =
                switch (choice) {
                    case "docker" -> docker();
                    case "embedded" -> embedded();
                    case "auto" -> hasDocker() ? docker() : embedded();
                    default ->
                        throw new IllegalArgumentException(SELECTOR + " is auto, docker or embedded, not " + choice);
                };
        System.out.printf("Tests run on PostgreSQL at %s:%d (%s=%s)%n", server.host, server.port, SELECTOR, choice);
        return server;
    }

    /** Looks before asking: Testcontainers' own search for an engine takes long where there is none. */
    private static boolean hasDocker() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it afterwards
    private static TestServer docker() {
        var container = new PostgreSQLContainer(IMAGE)
                .withUsername("postgres")
                .withPassword("postgres")
                .withDatabaseName("postgres")
                .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8")
                .withCommand(
                        "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=200");
        container.start();
        return new TestServer(container.getHost(), container.getMappedPort(PORT), "postgres", "postgres");
    }

    /**
     * The library keeps its unpacked programs in the temporary folder for the next run, and its data only for this one.
     * It stops behind the application contexts: a context that closes without its database waits long for a connection.
     */
    private static TestServer embedded() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setRegisterShutdownHook(false)
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
            return new TestServer("127.0.0.1", postgres.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL for the tests", e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL of the tests", e);
        }
    }

    private static final class Holder {

        static final TestServer SERVER = start();
    }
}
