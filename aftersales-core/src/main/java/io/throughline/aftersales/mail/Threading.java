package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailAddress;
import io.throughline.aftersales.mail.mime.MailReader;
import io.throughline.aftersales.mail.mime.ParsedMail;
import io.throughline.foundation.model.RecordNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the ticket a mail belongs to (service rule 18): the signed token in an address it was sent to, then the mails it
 * answers, newest first, then a ticket's number in the subject. Never the words of the subject alone.
 */
@Component
@RequiredArgsConstructor
class Threading {

    private static final Pattern TAG =
            Pattern.compile("\\[\\s?(TK-\\d{4}-\\d{6,12}-\\d)\\s?]", Pattern.CASE_INSENSITIVE);
    private static final int MOST_TAGS = 5;

    private final Instance instance;
    private final JdbcClient jdbc;

    /**
     * Where a mail leads.
     *
     * @param ticket as named; it may have been merged since
     * @param reason one of {@code REPLY_TOKEN, IN_REPLY_TO, REFERENCES, SUBJECT_TAG}
     * @param participant whether the sender has part in the ticket, by address or by the customer's own domain
     */
    record Found(long ticket, MailReason reason, boolean participant) {

        /** The token was given to the conversation, so whoever holds it may speak there; a number is no secret. */
        boolean isOpen() {
            return participant || reason == MailReason.REPLY_TOKEN;
        }

        /** Known only to who got a mail of the ticket. */
        boolean isByMail() {
            return reason != MailReason.SUBJECT_TAG;
        }
    }

    Optional<Found> find(ParsedMail mail, @Nullable String sender) {
        return byToken(mail)
                .map(ticket -> found(ticket, MailReason.REPLY_TOKEN, sender))
                .or(() -> byIds(mail.inReplyTo()).map(ticket -> found(ticket, MailReason.IN_REPLY_TO, sender)))
                .or(() -> byIds(newestFirst(mail.references()))
                        .map(ticket -> found(ticket, MailReason.REFERENCES, sender)))
                .or(() -> byTag(mail).map(ticket -> found(ticket, MailReason.SUBJECT_TAG, sender)));
    }

    /** The mail of ours that a delivery report or an automatic reply is about. */
    Optional<String> ours(ParsedMail mail) {
        var ids = new ArrayList<String>();
        var returned = mail.returned();
        if (returned != null) {
            ids.addAll(MailReader.ids(returned, "message-id"));
        }
        ids.addAll(mail.inReplyTo());
        ids.addAll(newestFirst(mail.references()));
        ids.addAll(idsIn(mail.text()));
        return ids.stream().filter(instance::isOurs).findFirst().or(() -> sent(ids));
    }

    /** Those that are no ticket's carry no mark of ours: questions, invitations, notices. */
    private Optional<String> sent(List<String> ids) {
        return ids.isEmpty()
                ? Optional.empty()
                : jdbc.sql(
                                "select message_id from foundation.outbox_mail where message_id = any(?) order by id limit 1")
                        .param(ids.stream().map("<%s>"::formatted).toArray(String[]::new))
                        .query(String.class)
                        .optional()
                        .map(id -> id.substring(1, id.length() - 1));
    }

    Optional<Long> byIds(List<String> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> known = jdbc
                .sql("select message_id, ticket_id from aftersales.mail_thread where message_id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("message_id"), row.getLong("ticket_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids.stream().filter(known::containsKey).findFirst().map(known::get);
    }

    private Optional<Long> byToken(ParsedMail mail) {
        return mail.recipients().stream()
                .map(MailAddress::address)
                .flatMap(address -> instance.ticketOf(address).stream())
                .filter(ticket -> exists(ticket))
                .findFirst();
    }

    private Optional<Long> byTag(ParsedMail mail) {
        var matcher = TAG.matcher(mail.subject());
        for (int i = 0; i < MOST_TAGS && matcher.find(); i++) {
            var ticket = RecordNumber.parseChecked(matcher.group(1)).flatMap(this::numbered);
            if (ticket.isPresent()) {
                return ticket;
            }
        }
        return Optional.empty();
    }

    private Found found(long ticket, MailReason reason, @Nullable String sender) {
        return new Found(ticket, reason, sender != null && isParticipant(ticket, sender));
    }

    /** Of the ticket named or of the one it was merged into; the union ends where tickets lead in a ring. */
    private boolean isParticipant(long ticket, String address) {
        return jdbc.sql("""
                        with recursive chain(id, next) as (
                            select id, merged_into_id from aftersales.ticket where id = :ticket
                             union
                            select t.id, t.merged_into_id from aftersales.ticket t join chain c on t.id = c.next)
                        select exists (
                            select 1 from chain c
                              join aftersales.ticket t on t.id = c.id
                              left join foundation.contact k on k.id = t.requester_id
                             where lower(k.email) = :address
                                or lower(t.requester_address) = :address
                                or exists (select 1 from aftersales.mail_participant p
                                            where p.ticket_id = t.id and p.address = :address)
                                or exists (select 1 from foundation.contact o
                                            where o.customer_id = t.customer_id and o.active and lower(o.email) = :address)
                                or exists (select 1 from foundation.customer_domain d
                                            where d.customer_id = t.customer_id and d.domain = :domain))
                        """)
                .param("ticket", ticket)
                .param("address", address)
                .param("domain", Senders.ownDomain(address))
                .query(Boolean.class)
                .single();
    }

    private boolean exists(long ticket) {
        return jdbc.sql("select exists (select 1 from aftersales.ticket where id = ?)")
                .param(ticket)
                .query(Boolean.class)
                .single();
    }

    private Optional<Long> numbered(String number) {
        return jdbc.sql("select id from aftersales.ticket where number = ?")
                .param(number)
                .query(Long.class)
                .optional();
    }

    /** Ids of ours that stand in the words of a report without structure. */
    private List<String> idsIn(String text) {
        var mark = "." + instance.id() + "@";
        var found = new ArrayList<String>();
        int at = text.indexOf(mark);
        while (at >= 0 && found.size() < MOST_TAGS) {
            int start = at;
            while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
                start--;
            }
            int end = at + mark.length();
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            found.add(text.substring(start, end));
            at = text.indexOf(mark, end);
        }
        return found;
    }

    private static List<String> newestFirst(List<String> references) {
        var reversed = new ArrayList<>(references);
        Collections.reverse(reversed);
        return reversed;
    }
}
