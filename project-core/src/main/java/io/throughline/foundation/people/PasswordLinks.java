package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by mail that let somebody set a password, once: after a password was forgotten (30 minutes) or for a new user
 * (7 days).
 *
 * <p>A link opens no session: whoever used it signs in with the new password, and with the second factor where there is
 * one. Only hashes are stored; the text leaves by mail and is forgotten.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(anyone = true)
public class PasswordLinks {

    static final Duration RESET = Duration.ofMinutes(30);
    static final Duration INVITATION = Duration.ofDays(7);

    private final UserRepository users;
    private final PasswordSetting setting;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Mails a link to the user of that name, if there is an active one with a mail address; whether there is, the caller
     * is not told.
     *
     * @param signInName sign-in name, mail address or mobile number
     */
    public void forgotten(String signInName) {
        users.findBySignInName(signInName.trim().toLowerCase(Locale.ROOT))
                .filter(User::isActive)
                .ifPresent(user -> issue(user, false, user.getName()));
    }

    /**
     * Mails a new user the way to the first password; who is no administrator invites contacts only. Throws
     * {@link RuleViolation} when there is no mail address.
     */
    @Allow({Role.ADMIN, Role.MANAGER, Role.ACCOUNT_EXECUTIVE})
    public void invite(Viewer viewer, UserId id) {
        var user = users.findById(id.value()).orElseThrow(() -> new NotFound("user", id.value()));
        if (!viewer.has(Role.ADMIN) && user.getContactId() == null) {
            throw new NotAllowed("PasswordLinks.invite");
        }
        if (user.getEmail() == null) {
            throw new RuleViolation("foundation.people.inviteNeedsMail").at("email");
        }
        issue(user, true, viewer.name());
        events.publishEvent(
                new AccountDeed(viewer, id, "foundation.password_link", "invitation", null, user.getEmail()));
    }

    private void issue(User user, boolean invitation, String inviter) {
        var email = user.getEmail();
        if (email == null) {
            return;
        }
        var token = RandomToken.next();
        var validFor = invitation ? INVITATION : RESET;
        var now = clock.instant();
        users.flush();
        jdbc.sql("delete from foundation.password_link where user_id = ? or expires_at <= ?")
                .params(user.requireId(), Timestamp.from(now))
                .update();
        jdbc.sql("""
                        insert into foundation.password_link (token_hash, user_id, kind, created_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        RandomToken.hash(token),
                        user.requireId(),
                        invitation ? "INVITATION" : "RESET",
                        Timestamp.from(now),
                        Timestamp.from(now.plus(validFor)))
                .update();
        events.publishEvent(new PasswordLinkIssued(
                invitation,
                inviter,
                user.getLogin(),
                user.getName(),
                email,
                Locale.forLanguageTag(user.getLocale()),
                token,
                validFor));
    }

    /** Whose password the link would set; empty when it is wrong, used or too old. Looking does not use it up. */
    @Transactional(readOnly = true)
    public Optional<String> loginOf(String token) {
        return jdbc.sql("""
                        select u.login from foundation.password_link l
                          join foundation.app_user u on u.id = l.user_id and u.active
                         where l.token_hash = ? and l.expires_at > ?
                        """)
                .params(RandomToken.hash(token), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /**
     * Sets the password and ends all sessions of the user. Throws {@link RuleViolation} at {@code token},
     * {@code password} or {@code repeated}; a refused password does not use the link up.
     */
    public void use(SetPassword command) {
        var user = jdbc.sql(
                        "delete from foundation.password_link where token_hash = ? and expires_at > ? returning user_id")
                .params(RandomToken.hash(command.token()), Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .flatMap(users::findById)
                .filter(User::isActive)
                .orElseThrow(() -> new RuleViolation("foundation.people.badLink").at("token"));
        setting.set(user, command.password(), command.repeated(), null);
    }
}
