package io.throughline.web.database.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads from PostgreSQL's own catalogue what there is to back up. What belongs to an extension is not ours. */
final class Catalogue {

    private static final String OURS = """
            n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
               and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """;

    private static final String TABLES = """
            select format('%%I.%%I', n.nspname, c.relname),
                   c.relkind = 'p',
                   array(select quote_ident(a.attname)
                           from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          order by a.attnum)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and %s
             order by 1
            """.formatted(OURS);

    private static final String PARTITIONS = """
            select format('%%I.%%I', n.nspname, c.relname),
                   format('%%I.%%I', pn.nspname, p.relname),
                   pg_get_expr(c.relpartbound, c.oid)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_inherits i on i.inhrelid = c.oid
              join pg_class p on p.oid = i.inhparent
              join pg_namespace pn on pn.oid = p.relnamespace
             where c.relkind = 'r' and c.relispartition and %s
             order by 1
            """.formatted(OURS);

    private static final String SEQUENCES = """
            select format('%%I.%%I', n.nspname, c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'S' and %s
             order by 1
            """.formatted(OURS);

    private static final String FOREIGN_KEYS = """
            select format('%%I.%%I', n.nspname, c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_namespace n on n.oid = c.relnamespace
             where k.contype = 'f' and k.conparentid = 0 and %s
             order by 1, 2
            """.formatted(OURS);

    private static final String MATERIALIZED_VIEWS = """
            select format('%%I.%%I', n.nspname, c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'm' and %s
             order by c.oid
            """.formatted(OURS);

    private Catalogue() {}

    /**
     * @param name quoted and with its schema
     * @param partitioned whether its rows lie in partitions
     * @param columns quoted
     */
    record TableName(String name, boolean partitioned, List<String> columns) {}

    /** @param definition as it stands behind {@code add constraint … } */
    record ForeignKey(String table, String name, String definition) {}

    static List<TableName> tables(Connection connection) throws SQLException {
        return list(
                connection,
                TABLES,
                row -> new TableName(row.getString(1), row.getBoolean(2), List.of((String[])
                        row.getArray(3).getArray())));
    }

    static List<Manifest.Partition> partitions(Connection connection) throws SQLException {
        return list(
                connection,
                PARTITIONS,
                row -> new Manifest.Partition(row.getString(1), row.getString(2), row.getString(3)));
    }

    static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        return list(
                connection, FOREIGN_KEYS, row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
    }

    static List<String> materializedViews(Connection connection) throws SQLException {
        return list(connection, MATERIALIZED_VIEWS, row -> row.getString(1));
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name : list(connection, SEQUENCES, row -> row.getString(1))) {
            sequences.addAll(list(
                    connection,
                    "select last_value, is_called from " + name,
                    row -> new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    static List<Manifest.Migration> migrations(Connection connection, String history) throws SQLException {
        return list(
                connection,
                "select script, checksum from " + history + " where success and type = 'SQL' order by installed_rank",
                row -> new Manifest.Migration(row.getString(1), row.getInt(2)));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String query, Row<T> row) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        }
    }
}
