package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SaveCustomer;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.foundation.search.SearchSource;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.EditProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketSearchTests {

    private static final String SUBJECT = "真空泵噪声过大";

    @Autowired
    Tickets tickets;

    @Autowired
    Customers customers;

    @Autowired
    Projects projects;

    @Autowired
    Search search;

    @Autowired
    List<SearchSource> sources;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Viewer manager;
    private Viewer executive;
    private Viewer next;
    private Viewer pm;
    private Viewer otherPm;
    private CustomerId customer;
    private String key;

    @BeforeEach
    void aTicketOfAProjectOfACustomerWithAnExecutive() {
        manager = given.staff(Role.MANAGER);
        executive = given.staff(Role.ACCOUNT_EXECUTIVE);
        next = given.staff(Role.ACCOUNT_EXECUTIVE);
        pm = given.staff(Role.PROJECT_MANAGER);
        otherPm = given.staff(Role.PROJECT_MANAGER);
        customer = customers.create(manager, looksAfter(executive, null));
        key = projects.create(
                        pm,
                        new CreateProject(
                                "真空站改造",
                                null,
                                null,
                                customer.value(),
                                false,
                                null,
                                Visibility.INTERNAL,
                                LocalDate.of(2026, 3, 2),
                                null,
                                null,
                                null,
                                "equipment-delivery"))
                .key();
        tickets.open(manager, ticket());
    }

    @Test
    void handsWhatAnExecutiveFindsToTheNext() {
        assertThat(paths(executive, SUBJECT)).hasSize(1);
        assertThat(paths(executive, key)).containsExactly("/projects/" + key);
        assertThat(paths(next, SUBJECT)).isEmpty();

        customers.change(manager, customer, looksAfter(next, 0));

        assertThat(paths(executive, SUBJECT)).isEmpty();
        assertThat(paths(executive, key)).isEmpty();
        assertThat(paths(next, SUBJECT)).hasSize(1);
        assertThat(paths(next, key))
                .as("the head of the project, and nothing planned in it")
                .containsExactly("/projects/" + key);
    }

    @Test
    void letsAProjectsManagerFindItsTicketsAndNobodyElsesAnyMore() {
        assertThat(paths(pm, SUBJECT)).hasSize(1);
        assertThat(paths(otherPm, SUBJECT)).isEmpty();

        projects.edit(pm, key, ledBy(otherPm));

        assertThat(paths(pm, SUBJECT)).isEmpty();
        assertThat(paths(otherPm, SUBJECT)).hasSize(1);
    }

    @Test
    void writesAnewExactlyWhatTheCommandsWrote() {
        entities.flush();
        var written = entries();
        assertThat(written).hasSizeGreaterThan(25);

        jdbc.sql("delete from foundation.search_entry").update();
        long last = jdbc.sql("select nextval('foundation.id_seq')")
                .query(Long.class)
                .single();
        sources.forEach(source -> source.index(1, last));

        var subjects = written.stream().map(TicketSearchTests::subject).collect(Collectors.toSet());
        assertThat(entries())
                .as("of what commands wrote; other tests leave rows that no command ever wrote")
                .filteredOn(entry -> subjects.contains(subject(entry)))
                .isEqualTo(written);
    }

    private static String subject(String entry) {
        return Arrays.stream(entry.split("\\|", 3)).limit(2).collect(Collectors.joining("|"));
    }

    private List<String> entries() {
        return jdbc.sql("""
            select concat_ws('|', subject_type, subject_id, number, title, text, title_terms, terms, path,
                   (select string_agg(s, ',' order by s) from unnest(scopes) s))
              from foundation.search_entry order by subject_type, subject_id
            """).query(String.class).list();
    }

    private List<String> paths(Viewer viewer, String typed) {
        return search.find(viewer, typed, null, 50).stream()
                .map(Search.Hit::path)
                .toList();
    }

    /** Traced to the project. */
    private OpenTicket ticket() {
        long project = jdbc.sql("select id from project.project where key = ?")
                .param(key)
                .query(Long.class)
                .single();
        return OpenTicket.of(TicketKind.DIAGNOSIS, SUBJECT, "三号真空泵运行时有异响。")
                .askedBy(customer.value(), null)
                .on(project, null);
    }

    private static SaveCustomer looksAfter(Viewer executive, @Nullable Integer version) {
        return new SaveCustomer(
                "青禾机电有限公司",
                "青禾机电",
                null,
                null,
                CustomerTier.STANDARD,
                executive.id().value(),
                null,
                null,
                null,
                null,
                null,
                null,
                version);
    }

    private EditProject ledBy(Viewer viewer) {
        return new EditProject(
                null,
                "真空站改造",
                key,
                null,
                customer.value(),
                false,
                viewer.id().value(),
                Visibility.INTERNAL,
                LocalDate.of(2026, 3, 2),
                null,
                null,
                null,
                null,
                null);
    }
}
