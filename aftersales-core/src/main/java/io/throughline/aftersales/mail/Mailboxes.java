package io.throughline.aftersales.mail;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the mailboxes that are read for tickets. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class Mailboxes {

    private final MailboxRepository mailboxes;
    private final MailboxPasswords passwords;
    private final JdbcClient jdbc;

    /**
     * Throws {@link RuleViolation} at {@code address} for one that is read already, at {@code password} without one, or
     * where it cannot be sealed.
     */
    public long add(Viewer viewer, SaveMailbox command) {
        requireFree(command, 0);
        var mailbox = mailboxes.saveAndFlush(new Mailbox(command, passwords.sealed(command.password())));
        jdbc.sql("insert into aftersales.mailbox_reading (mailbox_id) values (?)")
                .param(mailbox.requireId())
                .update();
        return mailbox.requireId();
    }

    /** Another server or folder is read from its beginning; what was taken before is known again. */
    public void change(Viewer viewer, long id, SaveMailbox command) {
        var mailbox = mailboxes.findById(id).orElseThrow(() -> new NotFound("mailbox", id));
        mailbox.requireVersion(command.version());
        requireFree(command, id);
        boolean moved = !mailbox.getHost().equals(command.host().strip())
                || !mailbox.getFolder().equals(command.folder().strip())
                || !mailbox.getUsername().equals(command.username().strip());
        mailbox.change(command, passwords.sealed(command.password()));
        mailboxes.saveAndFlush(mailbox);
        jdbc.sql("""
                        update aftersales.mailbox_reading
                           set node = null, held_until = null, error = null, failed_at = null,
                               uid_validity = case when :moved then null else uid_validity end,
                               last_uid = case when :moved then 0 else last_uid end
                         where mailbox_id = :id
                        """).param("moved", moved).param("id", id).update();
    }

    private void requireFree(SaveMailbox command, long own) {
        if (mailboxes.existsByAddressAndIdNot(command.address().strip().toLowerCase(Locale.ROOT), own)) {
            throw new RuleViolation("aftersales.mail.addressTaken").at("address");
        }
    }
}
