package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.MailAudience.People;
import io.throughline.aftersales.mail.mime.ParsedMail;
import io.throughline.aftersales.ticket.OpenedTicket;
import io.throughline.aftersales.ticket.TicketAnswered;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketPasses;
import io.throughline.aftersales.ticket.TicketPost;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.aftersales.ticket.Visibility;
import io.throughline.foundation.notification.Envelope;
import io.throughline.foundation.notification.Letter;
import io.throughline.foundation.notification.Outbox;
import io.throughline.foundation.people.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails of tickets on their way out: what people of ours say in public, and the acknowledgement of a new ticket. They carry
 * the ticket's number, an id and a reply address by which the answer finds back.
 */
@Component
@RequiredArgsConstructor
class MailOut {

    private static final Viewer SYSTEM = Viewer.system("mail");
    private static final int MOST_REFERENCES = 12;

    private final Outbox outbox;
    private final Instance instance;
    private final OurAddresses addresses;
    private final MailAudience audience;
    private final MailedFiles files;
    private final AnswerGuard guard;
    private final TicketPost post;
    private final MailRecords records;
    private final TicketPasses passes;
    private final JdbcClient jdbc;

    /** Tells who asked by mail that the ticket is there; whether that is allowed has been decided. */
    void acknowledge(OpenedTicket ticket, String subject, @Nullable String mailbox, ParsedMail mail, Sender sender) {
        var to = Objects.requireNonNull(sender.address());
        var answered = mail.messageId() == null ? List.<String>of() : List.of(bracketed(mail.messageId()));
        send(
                new Going(
                        ticket.id().value(),
                        null,
                        new People(List.of(to), List.of()),
                        sender.locale(),
                        "ticket-received",
                        answered,
                        mailbox == null ? addresses.support() : mailbox,
                        List.of(),
                        true),
                Map.of("number", ticket.number(), "subject", subject, "path", path(ticket.number())));
        guard.count(to, ticket.id().value());
    }

    /**
     * A person's public word goes to who asked and who takes part, wherever it was asked, or to whom its writer chose. An
     * automatic one goes to who asked alone, and only where a machine may answer (service rules 20 and 21).
     */
    @EventListener
    void on(TicketAnswered event) {
        if (event.byCustomer() || event.visibility() != Visibility.PUBLIC) {
            return;
        }
        said(event.message().value()).ifPresent(said -> send(event, said));
    }

    private void send(TicketAnswered event, Said said) {
        var people = audience.of(event.id().value(), event.mailing());
        if (event.automatic()) {
            people = new People(
                    people.to().stream()
                            .filter(to -> mayAnswerItself(to, event.id().value()))
                            .toList(),
                    List.of());
        }
        if (people.to().isEmpty()) {
            return;
        }
        var load = files.of(event.message().value());
        send(
                new Going(
                        event.id().value(),
                        event.message().value(),
                        people,
                        said.locale,
                        "ticket-answer",
                        thread(event.id().value()),
                        identity(event.id().value()),
                        load.carried(),
                        event.automatic()),
                Map.of(
                        "number", event.number(),
                        "subject", said.subject,
                        "author", said.author,
                        "markdown", said.body,
                        "links", load.links(),
                        "until", load.until().toString(),
                        "path", path(event.number())));
        post.mailed(SYSTEM, event.message(), people.all());
        if (event.automatic()) {
            guard.count(people.to().get(0), event.id().value());
        }
    }

    /** Not where the last mail of the ticket forbade it, and not up the ladder. */
    private boolean mayAnswerItself(String address, long ticket) {
        boolean silenced = jdbc.sql("""
                        select coalesce((select silence is not null from aftersales.mail where ticket_id = ?
                                          order by id desc limit 1), false)
                        """).param(ticket).query(Boolean.class).single();
        return !silenced && guard.refusal(address, ticket).isEmpty();
    }

    /**
     * @param thread ids with brackets, oldest first; the last one is answered
     * @param from the address it comes from
     */
    private record Going(
            long ticket,
            @Nullable Long message,
            People people,
            Locale locale,
            String template,
            List<String> thread,
            String from,
            List<Long> files,
            boolean automatic) {}

    /** One mail under one id, carried to each of its people apart, so that one who cannot be reached stops no other. */
    private void send(Going going, Map<String, Object> data) {
        var id = instance.messageId(addresses.messageIdDomain());
        var thread = going.thread;
        var envelope = new Envelope(
                bracketed(id),
                going.from,
                instance.replyAddress(going.from, going.ticket),
                thread.isEmpty() ? null : thread.get(thread.size() - 1),
                thread,
                instance.id(),
                going.automatic,
                going.people.to(),
                going.people.copies(),
                going.files);
        var subject = TicketSubject.of(new TicketId(going.ticket));
        outbox.mail(going.people.all().stream()
                .map(address -> new Letter(
                        address,
                        going.template,
                        going.locale,
                        withPass(data, going.ticket, address),
                        subject,
                        envelope))
                .toList());
        records.thread(id, going.ticket, going.message, true);
    }

    /** Whoever asked gets a link that opens the ticket without signing in; nobody else who reads along does. */
    private Map<String, Object> withPass(Map<String, Object> data, long ticket, String address) {
        var own = new HashMap<>(data);
        passes.forMail(new TicketId(ticket), address).ifPresent(pass -> own.put("pass", pass));
        return own;
    }

    /** The address the ticket's first mail came to, or the house's. */
    private String identity(long ticket) {
        return jdbc.sql("""
                        select b.address from aftersales.mail m
                          join aftersales.mailbox b on b.id = m.mailbox_id
                         where m.ticket_id = ? order by m.id limit 1
                        """).param(ticket).query(String.class).optional().orElseGet(addresses::support);
    }

    private record Said(Locale locale, String subject, String author, String body) {}

    private Optional<Said> said(long message) {
        return jdbc.sql("""
                        select k.locale, t.subject, case when m.automatic then '' else m.author_name end as author_name, m.body
                          from aftersales.ticket_message m
                          join aftersales.ticket t on t.id = m.ticket_id
                          left join foundation.contact k on k.id = t.requester_id
                         where m.id = ? and m.visibility = 'PUBLIC' and not m.from_customer
                        """)
                .param(message)
                .query((row, n) -> new Said(
                        locale(row.getString("locale"), row.getString("subject")),
                        row.getString("subject"),
                        row.getString("author_name"),
                        row.getString("body")))
                .optional();
    }

    private static Locale locale(@Nullable String tag, String subject) {
        if (tag != null) {
            return Locale.forLanguageTag(tag);
        }
        return subject.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }

    /** The last mails of the ticket, oldest first, their newest one last: that is what is answered. */
    private List<String> thread(long ticket) {
        return jdbc.sql("""
                        select message_id from (
                            select message_id, at, ours from aftersales.mail_thread where ticket_id = ?
                             order by at desc limit ?) l
                         order by at
                        """).params(ticket, MOST_REFERENCES).query(String.class).list().stream()
                .map(MailOut::bracketed)
                .toList();
    }

    private static String path(String number) {
        return "/portal/tickets/" + number;
    }

    private static String bracketed(String id) {
        return "<" + id + ">";
    }
}
