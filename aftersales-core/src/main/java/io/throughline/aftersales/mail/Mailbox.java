package io.throughline.aftersales.mail;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Locale;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A mailbox that is read for tickets. */
@Entity
@Getter
@Table(schema = "aftersales", name = "mailbox")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Mailbox extends Aggregate {

    private String name;
    private String address;
    private String host;
    private int port;

    @Enumerated(EnumType.STRING)
    private MailboxSecurity security;

    private String username;

    @Secret
    private String password;

    private String folder;
    private @Nullable Long teamId;
    private boolean removeTaken;
    private boolean active;

    /** Throws {@link RuleViolation} at {@code password} without one. */
    Mailbox(SaveMailbox wanted, @Nullable String sealed) {
        if (sealed == null || sealed.isBlank()) {
            throw new RuleViolation("aftersales.mail.passwordNeeded").at("password");
        }
        password = sealed;
        name = wanted.name().strip();
        address = wanted.address().strip().toLowerCase(Locale.ROOT);
        host = wanted.host().strip();
        security = wanted.security();
        username = wanted.username().strip();
        folder = wanted.folder().strip();
        change(wanted, sealed);
    }

    /** @param sealed the password as it is stored; null or blank keeps the present one */
    void change(SaveMailbox wanted, @Nullable String sealed) {
        name = wanted.name().strip();
        address = wanted.address().strip().toLowerCase(Locale.ROOT);
        host = wanted.host().strip();
        port = wanted.port();
        security = wanted.security();
        username = wanted.username().strip();
        folder = wanted.folder().strip();
        teamId = wanted.teamId();
        removeTaken = Boolean.TRUE.equals(wanted.removeTaken());
        active = Boolean.TRUE.equals(wanted.active());
        if (sealed != null && !sealed.isBlank()) {
            password = sealed;
        }
    }
}
