package io.throughline.test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * One real PostgreSQL for all tests of a JVM; each application context gets an empty database of its own. Which one is
 * chosen by {@code -Dthroughline.test.database=auto|docker|embedded}, see {@link TestServer}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Bean
    JdbcConnectionDetails testConnection() {
        return create();
    }

    /** A fresh empty database on the shared server; signs in as the server's superuser. */
    public static JdbcConnectionDetails create() {
        var name = "test" + COUNTER.incrementAndGet();
        var server = TestServer.get();
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the test database", e);
        }
        return new Details(server, server.url(name));
    }

    private record Details(TestServer server, String url) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return server.user();
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
