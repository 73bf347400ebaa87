package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.secret.SecretLocked;
import io.throughline.test.CoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class MailboxPasswordTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    MailboxReading reading;

    @Autowired
    MailboxPasswords passwords;

    @Autowired
    JdbcClient jdbc;

    @Test
    void storesNoPasswordThatCanBeRead() {
        long id = mailboxes.add(SYSTEM, mailbox("口令 canary", null));
        assertThat(stored(id)).startsWith("{aes}").doesNotContain("canary");
        assertThat(opened(id)).isEqualTo("口令 canary");

        mailboxes.change(SYSTEM, id, mailbox("", 0));
        assertThat(opened(id)).as("blank keeps it").isEqualTo("口令 canary");

        mailboxes.change(SYSTEM, id, mailbox("another", 0));
        assertThat(opened(id)).isEqualTo("another");
    }

    @Test
    void sealsThoseOfBeforeThereWasAKey() {
        long id = mailboxes.add(SYSTEM, mailbox("x", null));
        jdbc.sql("update aftersales.mailbox set password = 'canary' where id = ?")
                .param(id)
                .update();
        assertThat(opened(id)).isEqualTo("canary");

        passwords.sealOldOnes();

        assertThat(stored(id)).startsWith("{aes}");
        assertThat(opened(id)).isEqualTo("canary");
    }

    @Test
    void losesNothingWhereTheKeyIsAnotherOne() {
        long id = mailboxes.add(SYSTEM, mailbox("canary", null));
        var sealed = stored(id);
        jdbc.sql("update foundation.secret_key set fingerprint = 'another'").update();

        assertThatThrownBy(() -> mailboxes.change(SYSTEM, id, mailbox("new", 0)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.field())
                        .isEqualTo("password"));
        passwords.sealOldOnes();

        assertThat(stored(id)).isEqualTo(sealed);
        assertThatThrownBy(() -> passwords.open("{aes}" + "A".repeat(60))).isInstanceOf(SecretLocked.class);
    }

    private String opened(long id) {
        return reading.hold(SYSTEM, id, "here").orElseThrow().password();
    }

    private String stored(long id) {
        return jdbc.sql("select password from aftersales.mailbox where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static SaveMailbox mailbox(String password, @Nullable Integer version) {
        return new SaveMailbox(
                "客服",
                "support@sealed.cn",
                "imap.sealed.cn",
                993,
                MailboxSecurity.TLS,
                "support",
                password,
                "INBOX",
                null,
                false,
                true,
                version);
    }
}
