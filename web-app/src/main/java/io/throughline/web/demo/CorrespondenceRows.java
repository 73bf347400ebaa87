package io.throughline.web.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * The latest mails that the messages of the story came by, each with its source; one that came twice, one that a machine
 * wrote, and one of ours that came back.
 */
@RequiredArgsConstructor
final class CorrespondenceRows {

    /** How the Message-IDs of its mails begin, by which those without a ticket are known again. */
    static final String MARK = "demo.throughline.";

    private static final int LATEST = 24;
    private static final String OURS = "support@throughline.example";

    private final Story story;

    /** First of the ids set aside for the story. */
    private final long first;

    private record Came(
            long ticket,
            String number,
            long message,
            boolean opening,
            String subject,
            String body,
            Instant at,
            String name,
            String address) {

        String messageId() {
            return MARK + message + "@" + address.substring(address.indexOf('@') + 1);
        }

        String heading() {
            return opening ? subject : "Re: [%s] %s".formatted(number, subject);
        }
    }

    void write() {
        var mails = latest();
        mails.forEach(this::take);
        if (!mails.isEmpty()) {
            var last = mails.get(mails.size() - 1);
            twice(last);
            absent(last);
            returned(mails.get(0));
        }
    }

    private List<Came> latest() {
        return story.jdbc.query(
                """
                select * from (
                    select t.id as ticket, t.number, m.id as message, t.subject, m.body, m.at, k.name, lower(k.email) as email,
                           m.id = (select min(o.id) from aftersales.ticket_message o where o.ticket_id = t.id) as opening
                      from aftersales.ticket_message m
                      join aftersales.ticket t on t.id = m.ticket_id
                      join foundation.contact k on k.id = m.contact_id and k.email is not null
                     where m.id between ? and ? and m.from_customer and m.channel = 'MAIL'
                       and not exists (select 1 from foundation.attachment a
                                        where a.subject_type = 'TICKET_MESSAGE' and a.subject_id = m.id)
                     order by m.at desc, m.id desc limit ?) latest
                 order by at, message
                """,
                (row, n) -> new Came(
                        row.getLong("ticket"),
                        row.getString("number"),
                        row.getLong("message"),
                        row.getBoolean("opening"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        row.getString("email")),
                first,
                first + Story.IDS - 1,
                LATEST);
    }

    private void take(Came mail) {
        store(
                mail,
                mail.at(),
                source(mail),
                "ACCEPTED",
                mail.opening() ? "NEW_TICKET" : "MESSAGE",
                mail.opening() ? "NO_THREAD" : "SUBJECT_TAG",
                mail.opening() ? null : "NO_NEW_TICKET");
        story.jdbc.update("""
                insert into aftersales.mail_thread (message_id, ticket_id, ticket_message_id, ours, at)
                values (?, ?, ?, false, ?)
                """, mail.messageId(), mail.ticket(), mail.message(), Timestamp.from(mail.at()));
        story.jdbc.update("""
                insert into aftersales.mail_participant (ticket_id, address) values (?, ?) on conflict do nothing
                """, mail.ticket(), mail.address());
    }

    /** Their server sent it again. */
    private void twice(Came mail) {
        store(mail, later(mail, 4), source(mail), "REFUSED", null, "DUPLICATE", null);
    }

    /** Somebody's absence, told about a mail we do not know. */
    private void absent(Came mail) {
        var notice = new Came(
                0,
                "",
                mail.message() + 1,
                true,
                "自动回复 / Automatic reply",
                "我正在休假，回来后答复。\nI am on leave and will answer when I am back.",
                later(mail, 7),
                mail.name(),
                mail.address());
        store(
                notice,
                notice.at(),
                "Auto-Submitted: auto-replied\r\n" + source(notice),
                "REFUSED",
                null,
                "AUTOMATIC_REPLY_ALONE",
                "AUTO_SUBMITTED");
    }

    /** The address of a contact who has left the customer. */
    private void returned(Came mail) {
        story.jdbc.update("""
                insert into aftersales.mail_failure (address, at, diagnostic, ticket_id)
                values (?, ?, '550 5.1.1 mailbox unavailable', ?)
                """, mail.address(), Timestamp.from(later(mail, 30)), mail.ticket());
    }

    private Instant later(Came mail, int minutes) {
        var at = mail.at().plus(Duration.ofMinutes(minutes));
        return at.isAfter(story.now) ? story.now : at;
    }

    private static String source(Came mail) {
        return """
                From: =?UTF-8?B?%s?= <%s>
                To: <%s>
                Subject: =?UTF-8?B?%s?=
                Date: %s
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: base64

                %s
                """.formatted(
                        base64(mail.name()),
                        mail.address(),
                        OURS,
                        base64(mail.heading()),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.at().atOffset(ZoneOffset.UTC)),
                        mail.messageId(),
                        Base64.getMimeEncoder().encodeToString(mail.body().getBytes(StandardCharsets.UTF_8)))
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void store(
            Came mail,
            Instant at,
            String source,
            String state,
            @Nullable String outcome,
            String reason,
            @Nullable String silence) {
        boolean known = mail.ticket() > 0;
        story.jdbc.update(
                """
                with m as (
                    insert into aftersales.mail (received_at, origin, size, sha256, state, outcome, reason, silence,
                                                 message_id, sender, sender_name, subject, ticket_id, ticket_message_id)
                    values (?, 'API', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id)
                insert into aftersales.mail_source (mail_id, no, bytes) select id, 0, ? from m
                """,
                Timestamp.from(at),
                bytes(source).length,
                FileChapter.sha256(bytes(source)),
                state,
                outcome,
                reason,
                silence,
                mail.messageId(),
                mail.address(),
                mail.name(),
                mail.heading(),
                known ? mail.ticket() : null,
                known ? mail.message() : null,
                bytes(source));
    }

    private static byte[] bytes(String source) {
        return source.getBytes(StandardCharsets.UTF_8);
    }
}
