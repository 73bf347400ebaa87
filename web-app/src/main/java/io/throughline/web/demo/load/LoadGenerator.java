package io.throughline.web.demo.load;

import io.throughline.web.database.DatabaseAccess;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fills a database by COPY, whole or not at all: one transaction in which keys and secondary indexes are taken down, the
 * rows streamed table after table, and all of it put up again, which checks every row.
 */
public final class LoadGenerator {

    private static final List<String> TABLES = List.of(
            "foundation.team",
            "foundation.app_user",
            "foundation.user_role",
            "foundation.team_member",
            "foundation.customer",
            "foundation.contact",
            "project.project",
            "project.project_member",
            "project.task_number",
            "project.task",
            "aftersales.ticket",
            "aftersales.ticket_message",
            "aftersales.ticket_status_change",
            "aftersales.survey_invitation",
            "aftersales.survey_response",
            "foundation.search_entry");

    private final DatabaseAccess database;
    private final Clock clock;
    private final PrintStream out;

    public LoadGenerator(DatabaseAccess database, Clock clock, PrintStream out) {
        this.database = database;
        this.clock = clock;
        this.out = out;
    }

    /** @param passwordHash of all sign-ins of the load; null so that none of them can sign in */
    void fill(LoadSize size, @Nullable String passwordHash) throws SQLException {
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            fill(connection, size, passwordHash);
            connection.commit();
            connection.setAutoCommit(true);
            // visible to everybody: counts then read an index alone, as in a database that has run for a night
            var vacuum = new Scaffold(connection);
            vacuum.run("set statement_timeout = 0");
            for (var table : TABLES) {
                vacuum.run("vacuum (analyze) " + table);
            }
        }
    }

    private void fill(Connection connection, LoadSize size, @Nullable String passwordHash) throws SQLException {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, LoadTickets.HOME);
        var scaffold = new Scaffold(connection);
        scaffold.run("set local statement_timeout = 0");
        scaffold.run("set local idle_in_transaction_session_timeout = 0");
        scaffold.run("set local maintenance_work_mem = '512MB'");
        var ids = LoadIds.reserve(connection, size);
        long firstNumber = take(connection, "C", 0, size.customers());
        scaffold.takeDown(TABLES);
        var since = now.minus(Duration.ofDays(1100));
        var people = new LoadPeople(connection, size, ids, since);
        var projects = new LoadProjects(connection, size, ids, since, today);
        var tickets = new LoadTickets(connection, size, ids, now);
        tickets.number((series, year, count) -> take(connection, series, year, count));
        part("people, customers", () -> {
            people.staff(passwordHash);
            people.customers(firstNumber);
        });
        part("projects, tasks", () -> {
            projects.projects();
            projects.tasks();
        });
        part("tickets", tickets::tickets);
        part("messages", tickets::messages);
        part("steps, ratings", () -> {
            tickets.steps();
            tickets.ratings();
        });
        part("search rows", () -> new LoadSearch(connection, size, ids).write(tickets, projects, firstNumber));
        part("keys, indexes", scaffold::putUp);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void part(String name, Work work) throws SQLException {
        var began = clock.instant();
        work.run();
        say(name, began);
    }

    private void say(String name, Instant began) {
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%-18s %8.1f s", name, seconds));
    }

    private static long take(Connection connection, String series, int year, int count) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into foundation.number_series (series, year, last) values (?, ?, ?)
                on conflict (series, year) do update set last = number_series.last + excluded.last
                returning last
                """)) {
            statement.setString(1, series);
            statement.setInt(2, year);
            statement.setInt(3, count);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) - count + 1;
            }
        }
    }
}
