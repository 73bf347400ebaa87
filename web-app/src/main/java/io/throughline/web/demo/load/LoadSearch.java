package io.throughline.web.demo.load;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of the search index for everything of the load that people look for, cut as the index itself cuts. */
final class LoadSearch {

    private final Connection connection;
    private final LoadSize size;
    private final LoadIds ids;

    LoadSearch(Connection connection, LoadSize size, LoadIds ids) {
        this.connection = connection;
        this.size = size;
        this.ids = ids;
    }

    void write(LoadTickets tickets, LoadProjects projects, long firstNumber) throws SQLException {
        try (var rows = new CopyRows(
                connection,
                "foundation.search_entry",
                "subject_type, subject_id, number, title, text, title_terms, terms, scopes, path")) {
            customers(rows, firstNumber);
            projects(rows, projects);
            tickets(rows, tickets);
            rows.finish();
        }
    }

    private void customers(CopyRows rows, long firstNumber) throws SQLException {
        for (int i = 0; i < size.customers(); i++) {
            var name = LoadPeople.customer(i);
            var number = LoadPeople.number(firstNumber, i);
            var path = "/customers/" + number;
            put(
                    rows,
                    new SearchEntry(
                            new SubjectRef("CUSTOMER", ids.customers() + i),
                            number,
                            name,
                            name + "有限公司",
                            readers(i),
                            path,
                            Set.of(name)));
        }
        for (int i = 0; i < size.contacts(); i++) {
            int customer = i / LoadSize.CONTACTS;
            var person = LoadPeople.person(i + 5);
            put(
                    rows,
                    new SearchEntry(
                            new SubjectRef("CONTACT", ids.contacts() + i),
                            null,
                            person,
                            LoadPeople.customer(customer),
                            readers(customer),
                            "/customers/" + LoadPeople.number(firstNumber, customer),
                            Set.of(person)));
        }
    }

    private Set<String> readers(int customer) {
        return Set.of(
                "role:MANAGER",
                "role:SUPPORT_AGENT",
                "role:SALES",
                "user:" + (ids.users() + 4),
                "known:" + (ids.customers() + customer));
    }

    private void projects(CopyRows rows, LoadProjects projects) throws SQLException {
        for (int i = 0; i < size.projects(); i++) {
            put(
                    rows,
                    new SearchEntry(
                            new SubjectRef("PROJECT", ids.projects() + i),
                            LoadProjects.key(i),
                            LoadProjects.name(i),
                            "",
                            Set.of(
                                    "role:MANAGER",
                                    "role:PROJECT_MANAGER",
                                    "user:" + (ids.users() + projects.manager(i))),
                            "/projects/" + LoadProjects.key(i),
                            Set.of(LoadProjects.name(i))));
        }
    }

    private void tickets(CopyRows rows, LoadTickets tickets) throws SQLException {
        for (int i = 0; i < size.tickets(); i++) {
            var t = tickets.ticket(i);
            var number = tickets.number(i);
            var words = t.messages.stream()
                    .filter(said -> !said.internal())
                    .map(said -> tickets.words(t, said.column()))
                    .collect(Collectors.joining("\n"));
            put(
                    rows,
                    new SearchEntry(
                            new SubjectRef("TICKET", t.id),
                            number,
                            tickets.words(t, 6),
                            LoadPeople.customer(t.customer) + "\n" + words,
                            Set.of(
                                    "role:MANAGER",
                                    "team:" + (ids.teams() + LoadPeople.team(t.agent)),
                                    "customer:" + (ids.customers() + t.customer),
                                    "contact:" + (ids.contacts() + t.contact),
                                    "user:" + (ids.users() + t.agent)),
                            "/tickets/" + number,
                            Set.of(LoadPeople.person(t.contact + 5))));
        }
    }

    private static void put(CopyRows rows, SearchEntry entry) throws SQLException {
        var row = SearchRow.of(entry);
        rows.row(
                entry.subject().type(),
                entry.subject().id(),
                entry.number(),
                entry.title(),
                row.text(),
                SearchRow.vector(row.titleTerms()),
                SearchRow.vector(row.terms()),
                entry.scopes().stream().sorted().collect(Collectors.joining(",", "{", "}")),
                entry.path());
    }
}
