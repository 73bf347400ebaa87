package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.ParsedMail;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down every mail that came: first its source, later what became of it. */
@Component
@RequiredArgsConstructor
class MailRecords {

    private static final int CHUNK = 1 << 20;
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Stores the source; from here on the mail is not lost. Whoever decides has the time of grace for it.
     *
     * <p>The disk is not waited for here: what follows, be it a decision or that deciding failed, is a transaction that does,
     * and the log is written in order. Until then nobody was told that the mail is ours.
     */
    @Transactional
    long receive(byte[] source, MailOrigin origin, @Nullable Long mailbox) {
        var now = clock.instant();
        long id = jdbc.sql("""
                        with m as (
                            insert into aftersales.mail (received_at, origin, mailbox_id, size, sha256, state, next_at)
                            values (:now, :origin, :mailbox, :size, :hash, 'RECEIVED', :next) returning id),
                        s as (
                            insert into aftersales.mail_source (mail_id, no, bytes) select id, 0, :first from m)
                        select id, set_config('synchronous_commit', 'off', true) from m
                        """)
                .param("now", Timestamp.from(now))
                .param("origin", origin.name())
                .param("mailbox", mailbox)
                .param("size", source.length)
                .param("hash", sha256(source))
                .param("next", Timestamp.from(now.plus(GRACE)))
                .param("first", Arrays.copyOf(source, Math.min(source.length, CHUNK)))
                .query((row, n) -> row.getLong(1))
                .single();
        for (int from = CHUNK, no = 1; from < source.length; from += CHUNK, no++) {
            jdbc.sql("insert into aftersales.mail_source (mail_id, no, bytes) values (?, ?, ?)")
                    .params(id, no, Arrays.copyOfRange(source, from, Math.min(source.length, from + CHUNK)))
                    .update();
        }
        return id;
    }

    /** The mail's source; empty for an id nobody has. */
    Optional<byte[]> source(long id) {
        var chunks = jdbc.sql("select bytes from aftersales.mail_source where mail_id = ? order by no")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .list();
        if (chunks.isEmpty()) {
            return Optional.empty();
        }
        var whole = new ByteArrayOutputStream(
                chunks.stream().mapToInt(chunk -> chunk.length).sum());
        chunks.forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }

    /** The team of the mailbox it came to; null for none. */
    @Nullable
    Long team(long id) {
        return jdbc.sql("""
                        select b.team_id from aftersales.mail m join aftersales.mailbox b on b.id = m.mailbox_id
                         where m.id = ? and b.team_id is not null
                        """).param(id).query(Long.class).optional().orElse(null);
    }

    /** Takes the mail for deciding about it; empty when somebody else has done so. */
    Optional<Claimed> claim(long id, MailState state) {
        return jdbc.sql("""
                        select b.address from aftersales.mail m left join aftersales.mailbox b on b.id = m.mailbox_id
                         where m.id = ? and m.state = ? for update of m
                        """)
                .params(id, state.name())
                .query((row, n) -> new Claimed(row.getString(1)))
                .optional();
    }

    /** @param address of the mailbox it came to; null where it came by another way */
    record Claimed(@Nullable String address) {}

    void settle(long id, ParsedMail mail, Decision decision) {
        jdbc.sql("""
                        update aftersales.mail
                           set state = :state, next_at = null, outcome = :outcome, reason = :reason, silence = :silence,
                               message_id = :messageId, sender = :sender, sender_name = :name, subject = :subject,
                               ticket_id = :ticket, ticket_message_id = :message, related_id = :related,
                               files = cast(:files as jsonb)
                         where id = :id
                        """)
                .param("id", id)
                .param("state", decision.reason().isRefusal() ? "REFUSED" : "ACCEPTED")
                .param(
                        "outcome",
                        decision.outcome() == null ? null : decision.outcome().name())
                .param("reason", decision.reason().name())
                .param(
                        "silence",
                        decision.silence() == null ? null : decision.silence().name())
                .param("messageId", mail.messageId())
                .param("sender", mail.from() == null ? null : cut(mail.from().address(), 254))
                .param("name", mail.from() == null ? null : cut(mail.from().name(), 200))
                .param("subject", cut(mail.subject(), 300))
                .param("ticket", decision.ticket())
                .param("message", decision.message())
                .param("related", decision.related())
                .param("files", Json.write(decision.files()))
                .update();
    }

    /** Deciding failed; it is tried again, at last it is refused with its source kept. Says whether it will be tried. */
    @Transactional
    boolean failed(long id, int most) {
        var now = clock.instant();
        return jdbc.sql("""
                        update aftersales.mail
                           set attempts = attempts + 1,
                               state = case when attempts + 1 >= :most then 'REFUSED' else state end,
                               reason = case when attempts + 1 >= :most then 'FAULT' end,
                               next_at = case when attempts + 1 >= :most then null else cast(:next as timestamptz) end
                         where id = :id and state = 'RECEIVED'
                        returning state
                        """)
                .param("id", id)
                .param("most", most)
                .param("next", Timestamp.from(now.plus(GRACE)))
                .query(String.class)
                .optional()
                .filter("RECEIVED"::equals)
                .isPresent();
    }

    List<Long> waiting(int limit) {
        return jdbc.sql("""
                        select id from aftersales.mail where state = 'RECEIVED' and next_at <= ?
                         order by next_at limit ?
                        """)
                .params(Timestamp.from(clock.instant()), limit)
                .query(Long.class)
                .list();
    }

    /**
     * The mail that was accepted before with the same Message-ID, or with the same bytes where there is none. Two at once
     * wait for each other here (service rule 19).
     */
    Optional<Same> same(long id, ParsedMail mail) {
        var key = mail.messageId();
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended(
                            coalesce(:key, (select encode(sha256, 'hex') from aftersales.mail where id = :id)), 19))
                        """).param("key", key).param("id", id).query((row, n) -> true).single();
        if (key != null) {
            return jdbc.sql("""
                            select ticket_id, ticket_message_id from aftersales.mail_thread
                             where message_id = ? and not ours
                            """)
                    .param(key)
                    .query((row, n) -> new Same(row.getLong(1), row.getObject(2, Long.class)))
                    .optional();
        }
        return jdbc.sql("""
                        select o.ticket_id, o.ticket_message_id from aftersales.mail m
                          join aftersales.mail o on o.sha256 = m.sha256 and o.id <> m.id and o.state = 'ACCEPTED'
                         where m.id = ? and o.ticket_id is not null order by o.id limit 1
                        """)
                .param(id)
                .query((row, n) -> new Same(row.getLong(1), row.getObject(2, Long.class)))
                .optional();
    }

    record Same(long ticket, @Nullable Long message) {}

    void thread(String messageId, long ticket, @Nullable Long message, boolean ours) {
        jdbc.sql("""
                        insert into aftersales.mail_thread (message_id, ticket_id, ticket_message_id, ours, at)
                        values (:id, :ticket, :message, :ours, :at) on conflict do nothing
                        """)
                .param("id", messageId)
                .param("ticket", ticket)
                .param("message", message)
                .param("ours", ours)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** They take part from now on; whoever of them wrote is there, so nobody needs to be warned of the address any more. */
    void participants(long ticket, String writer, List<String> addresses) {
        jdbc.sql("""
                        with heard as (
                            update aftersales.mail_failure set cleared_at = :now
                             where address = :writer and cleared_at is null)
                        insert into aftersales.mail_participant (ticket_id, address)
                        select :ticket, a from unnest(:addresses) a on conflict do nothing
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("writer", writer)
                .param("ticket", ticket)
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
