package io.throughline.web.demo.load;

import java.sql.Connection;
import java.sql.SQLException;

/** Where each table's ids begin, within one stretch set aside in the sequence of all records. */
record LoadIds(
        long teams,
        long users,
        long customers,
        long contacts,
        long projects,
        long members,
        long tasks,
        long tickets,
        long messages,
        long invitations,
        long responses,
        long end) {

    /** So far beyond the last id that a running application cannot be there before the sequence has been moved. */
    private static final long MARGIN = 100_000;

    static final int MEMBERS = 4;

    static LoadIds reserve(Connection connection, LoadSize size) throws SQLException {
        try (var statement = connection.createStatement()) {
            long next;
            try (var rows = statement.executeQuery("select nextval('foundation.id_seq')")) {
                rows.next();
                next = rows.getLong(1) + MARGIN;
            }
            long teams = next;
            long users = teams + LoadSize.TEAMS;
            long customers = users + size.users();
            long contacts = customers + size.customers();
            long projects = contacts + size.contacts();
            long members = projects + size.projects();
            long tasks = members + (long) size.projects() * MEMBERS;
            long tickets = tasks + size.tasks();
            long messages = tickets + size.tickets();
            long invitations = messages + size.messages();
            long responses = invitations + size.tickets();
            long end = responses + size.tickets();
            statement.execute("select setval('foundation.id_seq', " + end + ")");
            return new LoadIds(
                    teams,
                    users,
                    customers,
                    contacts,
                    projects,
                    members,
                    tasks,
                    tickets,
                    messages,
                    invitations,
                    responses,
                    end);
        }
    }
}
