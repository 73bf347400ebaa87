package io.throughline.web.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** Where a database is and who signs in to it. */
public record DatabaseAccess(String url, String user, String password) {

    /** The configured database outside, as the role that migrates it where one is named, else as the application's. */
    public static DatabaseAccess configured(Environment environment, String url) {
        var user = environment.getProperty("spring.flyway.user", "");
        return user.isBlank()
                ? new DatabaseAccess(
                        url,
                        environment.getProperty("spring.datasource.username", ""),
                        environment.getProperty("spring.datasource.password", ""))
                : new DatabaseAccess(
                        environment.getProperty("spring.flyway.url", url),
                        user,
                        environment.getProperty("spring.flyway.password", ""));
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
