package io.throughline.aftersales.mail;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.secret.SecretLocked;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What whoever fetches mails needs: which mailboxes there are, the right to read one, and how far it was read. One node at a
 * time holds a mailbox, for some minutes; when it dies another takes over.
 */
@Service
@RequiredArgsConstructor
@Allow
public class MailboxReading {

    private static final Duration HELD = Duration.ofMinutes(3);
    private static final int LONGEST_ERROR = 500;

    private final MailDoor door;
    private final MailboxPasswords passwords;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** How to reach a mailbox. */
    public record Access(
            long id,
            int version,
            String host,
            int port,
            MailboxSecurity security,
            String username,
            String password,
            String folder,
            boolean removeTaken) {

        Access with(String opened) {
            return new Access(id, version, host, port, security, username, opened, folder, removeTaken);
        }

        @Override
        public String toString() {
            return "mailbox " + id + " at " + host;
        }
    }

    /**
     * How far a mailbox was read.
     *
     * @param validity the folder's UIDVALIDITY; null before the first time
     */
    public record Place(@Nullable Long validity, long lastUid) {}

    public List<Long> active(Viewer system) {
        return jdbc.sql("select id from aftersales.mailbox where active order by id")
                .query(Long.class)
                .list();
    }

    /**
     * Takes or keeps the right to read the mailbox; empty while another node has it, or it is switched off. Throws {@link
     * SecretLocked} where its password cannot be read.
     */
    @Transactional
    public Optional<Access> hold(Viewer system, long mailbox, String node) {
        var now = clock.instant();
        int held = jdbc.sql("""
                        update aftersales.mailbox_reading set node = :node, held_until = :until
                         where mailbox_id = :id and (node is null or node = :node or held_until < :now)
                        """)
                .param("node", node)
                .param("until", Timestamp.from(now.plus(HELD)))
                .param("id", mailbox)
                .param("now", Timestamp.from(now))
                .update();
        return held == 0
                ? Optional.empty()
                : jdbc.sql("""
                                select id, version, host, port, security, username, password, folder, remove_taken
                                  from aftersales.mailbox where id = ? and active
                                """)
                        .param(mailbox)
                        .query(Access.class)
                        .optional()
                        .map(access -> access.with(passwords.open(access.password())));
    }

    @Transactional
    public void release(Viewer system, long mailbox, String node) {
        jdbc.sql(
                        "update aftersales.mailbox_reading set node = null, held_until = null where mailbox_id = ? and node = ?")
                .params(mailbox, node)
                .update();
    }

    public Place place(Viewer system, long mailbox) {
        return jdbc.sql("select uid_validity, last_uid from aftersales.mailbox_reading where mailbox_id = ?")
                .param(mailbox)
                .query((row, n) -> new Place(row.getObject(1, Long.class), row.getLong(2)))
                .single();
    }

    /** Stores the mail and decides about it; when this returns it may be removed from the mailbox. */
    public void take(Viewer system, long mailbox, byte[] source) {
        var team = jdbc.sql("select coalesce(team_id, 0) from aftersales.mailbox where id = ?")
                .param(mailbox)
                .query(Long.class)
                .single();
        door.take(source, MailOrigin.MAILBOX, mailbox, team == 0 ? null : team);
    }

    /** The mailbox was read up to here. */
    @Transactional
    public void read(Viewer system, long mailbox, long validity, long lastUid, boolean anything) {
        jdbc.sql("""
                        update aftersales.mailbox_reading
                           set uid_validity = :validity, last_uid = :uid, contact_at = :now, error = null, failed_at = null,
                               mail_at = case when :anything then cast(:now as timestamptz) else mail_at end
                         where mailbox_id = :id
                        """)
                .param("validity", validity)
                .param("uid", lastUid)
                .param("now", Timestamp.from(clock.instant()))
                .param("anything", anything)
                .param("id", mailbox)
                .update();
    }

    /** The mailbox could not be reached or read; nothing is lost by it. */
    @Transactional
    public void failed(Viewer system, long mailbox, String error) {
        jdbc.sql("update aftersales.mailbox_reading set failed_at = ?, error = ? where mailbox_id = ?")
                .params(
                        Timestamp.from(clock.instant()),
                        error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR),
                        mailbox)
                .update();
    }
}
