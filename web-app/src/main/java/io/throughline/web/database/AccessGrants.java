package io.throughline.web.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Lets the application's role read and write rows of whatever the migrating role makes, and nothing more; the history of
 * migrations it may only read. Where both are the same role, as with an outside database that has only one, there is
 * nothing to grant.
 */
@Component
public class AccessGrants implements Callback {

    /** Rights on what is made from now on follow the migrating role, in whichever schema it makes it. */
    private static final List<String> FROM_NOW_ON = List.of(
            "alter default privileges grant usage on schemas to %s",
            "alter default privileges grant select, insert, update, delete on tables to %s",
            "alter default privileges grant usage, select, update on sequences to %s");

    /** What an owner that migrated alone so far has made already; a right taken away later stays taken away. */
    private static final List<String> ON_WHAT_IS_THERE = List.of(
            "grant usage on schema %2$s to %1$s",
            "grant select, insert, update, delete on all tables in schema %2$s to %1$s",
            "grant usage, select, update on all sequences in schema %2$s to %1$s");

    private static final String SCHEMAS_NOT_GRANTED = """
            select quote_ident(nspname)
              from pg_namespace
             where nspowner = current_user::regrole
               and nspname !~ '^pg_'
               and not has_schema_privilege(?, oid, 'usage')
            """;

    private final String application;

    @Autowired
    AccessGrants(JdbcConnectionDetails connection) {
        this(String.valueOf(connection.getUsername()));
    }

    /** @param application the role that reads and writes rows; may be the migrating role itself */
    public AccessGrants(String application) {
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            if (isOwnRole(connection)) {
                return;
            }
            var role = statement.enquoteIdentifier(application, true);
            for (var right : FROM_NOW_ON) {
                statement.execute(right.formatted(role));
            }
            for (var schema : schemasNotGranted(connection)) {
                for (var right : ON_WHAT_IS_THERE) {
                    statement.execute(right.formatted(role, schema));
                }
            }
            var flyway = context.getConfiguration();
            var history = flyway.getDefaultSchema() + "." + flyway.getTable();
            statement.execute("revoke all on %s from %s".formatted(history, role));
            statement.execute("grant select on %s to %s".formatted(history, role));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot grant rights to " + application, e);
        }
    }

    @Override
    public String getCallbackName() {
        return "access grants";
    }

    private boolean isOwnRole(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select current_user = ?")) {
            query.setString(1, application);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private List<String> schemasNotGranted(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(SCHEMAS_NOT_GRANTED)) {
            query.setString(1, application);
            var schemas = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    schemas.add(rows.getString(1));
                }
            }
            return schemas;
        }
    }
}
