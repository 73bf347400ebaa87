package io.throughline.aftersales.mail;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.secret.SecretLocked;
import io.throughline.foundation.secret.Secrets;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of mailboxes, sealed; those of before there was a key are sealed when the product starts. */
@Slf4j
@Component
@RequiredArgsConstructor
class MailboxPasswords {

    private static final String PURPOSE = "mailbox password";

    private final Secrets secrets;
    private final JdbcClient jdbc;

    /** Null and blank stay so: the stored one is kept. Throws {@link RuleViolation} at {@code password} without the key. */
    @Nullable
    String sealed(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return typed;
        }
        try {
            return secrets.seal(typed, PURPOSE);
        } catch (SecretLocked locked) {
            throw new RuleViolation("aftersales.mail.keyLocked").at("password");
        }
    }

    /** Throws {@link SecretLocked} without the key. */
    String open(String stored) {
        return secrets.open(stored, PURPOSE);
    }

    @Transactional
    @EventListener(ApplicationReadyEvent.class)
    public void sealOldOnes() {
        var plain = jdbc.sql("select id, password from aftersales.mailbox where password not like '{aes}%' for update")
                .query(Plain.class)
                .list();
        try {
            for (var one : plain) {
                jdbc.sql("update aftersales.mailbox set password = ? where id = ?")
                        .params(secrets.seal(one.password, PURPOSE), one.id)
                        .update();
            }
        } catch (SecretLocked locked) {
            log.error("the passwords of {} mailboxes stay as they are: {}", plain.size(), locked.getMessage());
        }
    }

    private record Plain(long id, String password) {

        @Override
        public String toString() {
            return "mailbox " + id;
        }
    }
}
