package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.Mails;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketEntry;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketMerges;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.ContactId;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer who writes, the desk that answers, and what a test asks of both. */
@CoreTest
@Import(TicketFixtures.class)
abstract class Correspondence {

    static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    MailIntake intake;

    @Autowired
    MailQueries queries;

    @Autowired
    Instance instance;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketMerges merges;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    CustomerId customer;
    ContactId contact;
    String address;
    Viewer agent;

    @BeforeEach
    void aContactWithAnAddressAndADomain() {
        var company = "c" + UUID.randomUUID().toString().substring(0, 8) + ".cn";
        customer = given.customer();
        contact = given.contact(customer, false);
        address = "li.min@" + company;
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        jdbc.sql("update foundation.contact set email = ? where id = ?")
                .params(address, contact.value())
                .update();
        jdbc.sql("insert into foundation.customer_domain (customer_id, domain) values (?, ?)")
                .params(customer.value(), company)
                .update();
    }

    TakenMail take(String headers, String body) {
        return takeFrom("Li Min <" + address + ">", headers, body);
    }

    TakenMail takeFrom(String from, String headers, String body) {
        return intake.take(
                SYSTEM, Mails.of("From: " + from + "\n" + headers + "\n" + body).bytes());
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    TicketDetail ticket(TakenMail mail) {
        return details.detail(SYSTEM, String.valueOf(mail.ticket()));
    }

    List<TicketEntry> messages(String number) {
        return details.timeline(SYSTEM, details.detail(SYSTEM, number), true).stream()
                .filter(TicketEntry::isMessage)
                .toList();
    }

    record Out(String recipient, String template, String messageId, String envelope) {}

    List<Out> outbox() {
        return jdbc.sql("""
                        select recipient, template, message_id, jsonb_pretty(envelope) as envelope from foundation.outbox_mail
                         where envelope is not null and recipient = ? order by id
                        """).param(address).query(Out.class).list();
    }
}
