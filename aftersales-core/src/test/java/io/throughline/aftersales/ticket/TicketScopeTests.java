package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketScopeTests {

    @Autowired
    TicketConversation conversation;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketQueries queries;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    PortalTicketQueries portalQueries;

    @Autowired
    AttachmentQueries attachments;

    @Autowired
    Search search;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Viewer agent;
    private Viewer asker;
    private Viewer managerOfAsker;
    private Viewer stranger;

    @BeforeEach
    void twoCompaniesAndAnAgent() {
        agent = given.staff(Role.SUPPORT_AGENT);
        var ours = given.customer();
        asker = given.contactUser(given.contact(ours, false));
        managerOfAsker = given.contactUser(given.contact(ours, true));
        stranger = given.contactUser(given.contact(given.customer(), true));
    }

    @Test
    void keepsContactsToTheirOwnTicketsAndManagersToTheirCompany() {
        var number = given.ticket(asker, "只给自己看");

        assertThat(portalRows(asker)).contains(number);
        assertThat(portalRows(managerOfAsker)).contains(number);
        assertThat(portalRows(stranger)).doesNotContain(number);
        assertThatThrownBy(() -> portalQueries.detail(stranger, number)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> portal.answer(stranger, number, "我来看看")).isInstanceOf(NotFound.class);
    }

    @Test
    void keepsInternalWordsAndFilesFromTheCustomer() {
        var number = given.ticket(asker, "内部");
        var note = conversation.add(agent, number, AddMessage.note("客户欠款三个月"), List.of(file("机密.txt")));
        var reply = conversation.add(agent, number, AddMessage.reply("见附件"), List.of(file("说明.txt")));
        entities.flush();

        assertThat(portalQueries.detail(asker, number).entries())
                .filteredOn(TicketEntry::isMessage)
                .extracting(TicketEntry::body)
                .containsExactly("内部的详情", "见附件");
        assertThatThrownBy(() -> attachments.list(asker, MessageSubject.of(note)))
                .isInstanceOf(NotFound.class);
        assertThat(attachments.list(asker, MessageSubject.of(reply))).hasSize(1);
        assertThat(search.find(asker, "欠款", "TICKET", 10)).isEmpty();
        assertThat(search.find(asker, number, "TICKET", 10)).hasSize(1);
        assertThat(search.find(stranger, number, "TICKET", 10)).isEmpty();
    }

    @Test
    void showsAnAccountExecutiveTheOwnCustomersTicketsOnly() {
        var executive = given.staff(Role.ACCOUNT_EXECUTIVE);
        var own = given.ticket(asker, "自己的客户");
        var foreign = portal.ask(stranger, new AskForHelp(null, "别家", "别家的", null, null))
                .number();
        jdbc.sql("update foundation.customer set account_executive_id = ? where id = ?")
                .params(executive.id().value(), asker.requireCustomerId())
                .update();

        assertThat(rows(executive)).contains(own).doesNotContain(foreign);
        assertThatThrownBy(() -> details.detail(executive, foreign)).isInstanceOf(NotFound.class);
    }

    private List<String> rows(Viewer viewer) {
        return queries.rows(viewer, TicketFilter.of(TicketView.ALL), PageRequest.first(200)).rows().stream()
                .map(TicketRow::number)
                .toList();
    }

    private List<String> portalRows(Viewer viewer) {
        return portalQueries.rows(viewer, false, PageRequest.first(200)).rows().stream()
                .map(PortalTicketRow::number)
                .toList();
    }

    private static Upload file(String name) {
        return new Upload(name, "text/plain", new ByteArrayResource("内容".getBytes(StandardCharsets.UTF_8)));
    }
}
