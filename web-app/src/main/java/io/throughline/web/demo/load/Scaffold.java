package io.throughline.web.demo.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys and secondary indexes of the tables that are filled: taken down before, put up again after, which checks
 * every row and builds each index once. In the transaction of the load, so that a broken-off one leaves all as it was.
 */
final class Scaffold {

    private static final String KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
              from pg_constraint
             where contype = 'f' and conrelid = any (?::regclass[])
            """;

    private static final String INDEXES = """
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
              from pg_index i
             where i.indrelid = any (?::regclass[]) and not i.indisprimary
               and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
            """;

    private final Connection connection;
    private final List<String> rebuild = new ArrayList<>();

    Scaffold(Connection connection) {
        this.connection = connection;
    }

    void takeDown(List<String> tables) throws SQLException {
        var names = connection.createArrayOf("text", tables.toArray());
        for (var query : List.of(INDEXES, KEYS)) {
            var drops = new ArrayList<String>();
            try (var statement = connection.prepareStatement(query)) {
                statement.setArray(1, names);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        drops.add(rows.getString(1));
                        rebuild.add(rows.getString(2));
                    }
                }
            }
            for (var drop : drops) {
                run(drop);
            }
        }
    }

    void putUp() throws SQLException {
        for (var definition : rebuild) {
            run(definition);
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
