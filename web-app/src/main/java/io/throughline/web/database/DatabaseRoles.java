package io.throughline.web.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The embedded server's database and its two roles: {@value OWNER} owns and migrates it, {@value APPLICATION} reads and
 * writes rows. What the second may touch is granted by {@link AccessGrants}.
 */
final class DatabaseRoles {

    static final String DATABASE = "throughline";
    static final String OWNER = "throughline_owner";
    static final String APPLICATION = "throughline";

    private DatabaseRoles() {}

    /** Each step is one statement and is skipped where it was done before, so a cut between them does no harm. */
    static void prepare(DatabaseAccess superuser, Credentials credentials) throws SQLException {
        try (var connection = superuser.open()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", OWNER)) {
                run(connection, "create role " + OWNER + " login password '" + credentials.owner() + "'");
            }
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", APPLICATION)) {
                run(connection, "create role " + APPLICATION + " login password '" + credentials.application() + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                run(connection, "create database " + DATABASE + " owner " + OWNER);
            }
            run(connection, "revoke all on database " + DATABASE + " from public");
            run(connection, "grant connect, temporary on database " + DATABASE + " to " + APPLICATION);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
