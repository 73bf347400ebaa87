package io.throughline.web.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of one table, collected and written in batches; a column may name a cast, as in {@code data::jsonb}. */
final class Rows {

    private static final String STAMPS = "id, version, created_at, created_by, changed_at, changed_by, ";
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final String sql;
    private final int width;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Rows(JdbcTemplate jdbc, String table, String columns) {
        var names = Arrays.stream(columns.split(",")).map(String::strip).toList();
        this.jdbc = jdbc;
        this.width = names.size();
        this.sql = "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        names.stream().map(name -> name.split("::")[0]).collect(Collectors.joining(", ")),
                        names.stream()
                                .map(name -> name.contains("::") ? "?::" + name.split("::")[1] : "?")
                                .collect(Collectors.joining(", ")));
    }

    static Rows of(JdbcTemplate jdbc, String table, String columns) {
        return new Rows(jdbc, table, columns);
    }

    /** Rows of an aggregate: id, version and the stamps come by themselves. */
    static Rows ofRecords(JdbcTemplate jdbc, String table, String columns) {
        return new Rows(jdbc, table, STAMPS + columns);
    }

    void add(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException("%d values for: %s".formatted(values.length, sql));
        }
        rows.add(Arrays.stream(values).map(Rows::plain).toArray());
    }

    /** A record made by somebody at some time. */
    void record(long id, Instant at, @Nullable Long by, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(id, 0, at, by, at, by));
        all.addAll(Arrays.asList(values));
        add(all.toArray());
    }

    void write() {
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        rows.clear();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
