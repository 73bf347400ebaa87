package io.throughline.web.database.backup;

import io.throughline.test.TestDatabase;
import io.throughline.web.database.DatabaseAccess;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A database whose owner is no superuser, with all that makes a restore hard: cycles, triggers, partitions, bytes. */
record Shop(DatabaseAccess owner) {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    static Shop empty() throws SQLException {
        var server = TestDatabase.create();
        var superuser = new DatabaseAccess(
                String.valueOf(server.getJdbcUrl()),
                String.valueOf(server.getUsername()),
                String.valueOf(server.getPassword()));
        var name = "shop" + COUNTER.incrementAndGet();
        tell(superuser, "create role " + name + " login password 'shop'");
        tell(superuser, "create database " + name + " owner " + name);
        var url = superuser.url().replaceFirst("/\\w+(\\?|$)", "/" + name + "$1");
        return new Shop(new DatabaseAccess(url.replaceAll("[?&](user|password)=[^&]*", ""), name, "shop"));
    }

    static Shop filled() throws SQLException {
        var shop = empty();
        shop.migrate("db/backup-old");
        shop.tell("""
                insert into shop.house (name, size, notes, words, tags, opened, stays, share)
                values (E'贯通\\t制表\\n换行\\\\反斜杠', 12.50, '{"a": [1, null, "中"]}', to_tsvector('simple', 'one 二'),
                        array['a', null, 'c,d', ''], '2026-03-29 01:30:00.123456+01', '1 year 2 days 03:04', 0.1),
                       ('', 'NaN', null, null, '{}', 'infinity', '-1 day', 'NaN')
                """);
        shop.tell("insert into shop.person select n, 2 + n % 2, 'person ' || n from generate_series(1, 500) n");
        shop.tell("update shop.house set head = id, parent = 5 - id where id in (2, 3)");
        shop.tell("insert into shop.\"Odd \"\"Name\"\"\" values (1, '\\N'), (2, null), (3, '')");
        shop.tell(
                "create table shop.event_2025 partition of shop.event for values from ('2025-01-01') to ('2026-01-01')");
        shop.tell("insert into shop.event select n, date '2024-12-25' + n, 'x' from generate_series(1, 800) n");
        shop.tell("select nextval('shop.number_seq') from generate_series(1, 3)");
        for (int size : new int[] {0, 1, 1 << 20, (3 << 20) + 1}) {
            shop.store(size);
        }
        return shop;
    }

    void migrate(String migrations) {
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:" + migrations)
                .schemas("shop")
                .load()
                .migrate();
    }

    Restore.Target target(String migrations) {
        return new Restore.Target(migrations, List.of("shop"), "shop", "flyway_schema_history", owner.user());
    }

    void store(int size) throws SQLException {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        try (var connection = owner.open();
                var insert = connection.prepareStatement("insert into shop.chunk values (?, 0, ?)")) {
            insert.setString(1, "size" + size);
            insert.setBytes(2, content);
            insert.executeUpdate();
        }
    }

    void tell(String sql) throws SQLException {
        tell(owner, sql);
    }

    String ask(String query) throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(DatabaseAccess access, String sql) throws SQLException {
        try (var connection = access.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
