package io.throughline.aftersales.ticket;

import io.throughline.foundation.attachment.AttachmentContent;
import io.throughline.foundation.attachment.AttachmentId;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.model.LinkToken;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that open one ticket to whoever asked, without signing in: in mails to that person's own address and nowhere else.
 *
 * <p>A link ends after thirty days, when it is revoked, when the ticket gets another requester, and when the contact is no
 * longer active. Who holds it can do what the requester can do with this ticket, and nothing else.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER})
public class TicketPasses {

    static final Duration LIFE = Duration.ofDays(30);

    private final TicketAccess access;
    private final AttachmentQueries attachments;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * What a link opens.
     *
     * @param viewer the requester, not signed in
     */
    public record Opened(Viewer viewer, TicketId id, String number) {}

    /** The address inside the application of a new link; empty where the mail address is not that of the ticket's requester. */
    @Allow(anyone = true)
    public Optional<String> forMail(TicketId ticket, String address) {
        return jdbc.sql("""
                        select k.id from aftersales.ticket t join foundation.contact k on k.id = t.requester_id
                         where t.id = ? and k.active and k.customer_id = t.customer_id and lower(k.email) = lower(?)
                        """)
                .params(ticket.value(), address)
                .query(Long.class)
                .optional()
                .map(contact -> make(ticket, contact));
    }

    /** A new link for who holds another one: to the follow-up of the ticket it opened. */
    @Allow(anyone = true)
    public String forFollowUp(Opened from, TicketId ticket) {
        long contact = java.util.Objects.requireNonNull(from.viewer().contactId());
        return make(ticket, contact);
    }

    /** Throws {@link NotFound} for a link nobody was given, and for one that has ended, alike. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public Opened open(String token) {
        return jdbc.sql("""
                        select t.id, t.number, k.id as contact, k.customer_id, k.name, k.locale
                          from aftersales.ticket_pass p
                          join aftersales.ticket t on t.id = p.ticket_id
                          join foundation.contact k on k.id = p.contact_id and k.id = t.requester_id
                         where p.token_hash = :hash and p.expires_at > :now and k.active and k.customer_id = t.customer_id
                        """)
                .param("hash", LinkToken.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Opened(
                        Viewer.outsider(
                                row.getString("name"),
                                row.getLong("customer_id"),
                                row.getLong("contact"),
                                Locale.forLanguageTag(row.getString("locale"))),
                        new TicketId(row.getLong("id")),
                        row.getString("number")))
                .optional()
                .orElseThrow(() -> new NotFound("ticket", "by link"));
    }

    /** A file of a public message of the very ticket the link opens; {@link NotFound} for any other. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public AttachmentContent file(String token, AttachmentId id) {
        var opened = open(token);
        var content = attachments.open(opened.viewer(), id);
        var subject = content.subject();
        if (!subject.type().equals(MessageSubject.TYPE) || !belongs(subject.id(), opened.id())) {
            throw new NotFound("attachment", id.value());
        }
        return content;
    }

    private boolean belongs(long message, TicketId ticket) {
        return jdbc.sql("select exists (select 1 from aftersales.ticket_message where id = ? and ticket_id = ?)")
                .params(message, ticket.value())
                .query(Boolean.class)
                .single();
    }

    /** All links to the ticket end. Says how many there were. */
    public int revoke(Viewer viewer, String number) {
        return jdbc.sql("delete from aftersales.ticket_pass where ticket_id = ?")
                .param(access.id(viewer, number))
                .update();
    }

    private String make(TicketId ticket, long contact) {
        var token = LinkToken.create();
        var now = clock.instant();
        jdbc.sql("""
                        insert into aftersales.ticket_pass (token_hash, ticket_id, contact_id, made_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        LinkToken.hash(token),
                        ticket.value(),
                        contact,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .update();
        return "/t/" + token;
    }
}
