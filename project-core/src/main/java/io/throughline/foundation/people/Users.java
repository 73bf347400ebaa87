package io.throughline.foundation.people;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates users and changes what they may do and how they like the product to look. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class Users {

    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final RecoveryCodes recovery;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** Throws {@link RuleViolation} at {@code login} when the name is taken. */
    public UserId create(Viewer viewer, CreateUser command) {
        if (users.existsByLogin(command.login().toLowerCase(Locale.ROOT))) {
            throw new RuleViolation("foundation.people.loginTaken", command.login()).at("login");
        }
        requireFree(command.email(), command.mobile(), 0);
        var user = new User(command.login(), command.name(), command.email(), command.mobile(), command.roles());
        if (command.password() != null) {
            if (!viewer.isSystem()) {
                rules.check(command.password(), command.login());
            }
            user.changePassword(requireNonNull(passwords.encode(command.password())), clock.instant());
        }
        if (command.contactId() != null) {
            user.bindContact(command.contactId());
        }
        return save(user);
    }

    /** The portal user of a contact, who may do nothing else; also for those who care for the customer. */
    @Allow({Role.ADMIN, Role.MANAGER, Role.ACCOUNT_EXECUTIVE})
    public UserId createForContact(Viewer viewer, String login, String name, String email, long contact) {
        return create(viewer, new CreateUser(login, name, email, null, Set.of(Role.CUSTOMER), null, contact));
    }

    public void grant(Viewer viewer, UserId id, Set<Role> roles) {
        var user = require(id);
        keepAnAdministrator(user, roles.contains(Role.ADMIN));
        user.grant(roles);
        save(user);
    }

    /** Name, addresses and roles at once; a new mail address makes links sent to the old one worthless. */
    public void change(Viewer viewer, UserId id, ChangeUser command) {
        var user = require(id);
        user.requireVersion(command.version());
        requireFree(command.email(), command.mobile(), id.value());
        keepAnAdministrator(user, command.roles().contains(Role.ADMIN));
        if (!Objects.equals(user.getEmail(), command.email())) {
            jdbc.sql("delete from foundation.password_link where user_id = ?")
                    .param(id.value())
                    .update();
        }
        user.rename(command.name(), command.email(), command.mobile());
        user.grant(command.roles());
        save(user);
    }

    /** For somebody who lost the device; the person signs in by password alone until a new one is enrolled. */
    public void resetSecondFactor(Viewer viewer, UserId id) {
        var user = require(id);
        user.dropTotp();
        recovery.drop(user);
        save(user);
        sessions.end(user.getLogin(), null);
    }

    /** Ends every session of the user, on every node. */
    public void signOutEverywhere(Viewer viewer, UserId id) {
        sessions.end(require(id).getLogin(), null);
        events.publishEvent(new AccountDeed(viewer, id, "foundation.spring_session", "sessions", null, "0"));
    }

    public void deactivate(Viewer viewer, UserId id) {
        if (viewer.id().equals(id)) {
            throw new RuleViolation("foundation.people.notYourself");
        }
        var user = require(id);
        keepAnAdministrator(user, false);
        user.deactivate();
        save(user);
        sessions.end(user.getLogin(), null);
    }

    public void activate(Viewer viewer, UserId id) {
        var user = require(id);
        user.activate();
        save(user);
    }

    /** The viewer's own language, zone, theme ({@code system}, {@code light} or {@code dark}) and single-letter keys. */
    @Allow(signedIn = true)
    public void prefer(Viewer viewer, Locale locale, ZoneId zone, String theme, boolean singleKeys) {
        var user = require(viewer.id());
        user.prefer(locale, zone, theme, singleKeys);
        save(user);
    }

    /** How the viewer likes the product to look. */
    @Allow(signedIn = true)
    @Transactional(readOnly = true)
    public Likes likes(Viewer viewer) {
        var user = require(viewer.id());
        return new Likes(user.getTheme(), user.isSingleKeys());
    }

    private void requireFree(@Nullable String email, @Nullable String mobile, long except) {
        if (email != null && users.isEmailTaken(email, except)) {
            throw new RuleViolation("foundation.people.emailTaken", email).at("email");
        }
        if (mobile != null && users.isMobileTaken(mobile, except)) {
            throw new RuleViolation("foundation.people.mobileTaken", mobile).at("mobile");
        }
    }

    private void keepAnAdministrator(User user, boolean stays) {
        if (!stays
                && user.isActive()
                && user.getRoles().contains(Role.ADMIN)
                && !users.isThereAnother(Role.ADMIN, user.requireId())) {
            throw new RuleViolation("foundation.people.lastAdministrator").at("roles");
        }
    }

    private UserId save(User user) {
        var id = new UserId(users.save(user).requireId());
        events.publishEvent(new UserSaved(
                id,
                user.getLogin(),
                user.getName(),
                user.isActive(),
                user.getRoles().stream().anyMatch(Role::isStaff)));
        return id;
    }

    private User require(UserId id) {
        return users.findById(id.value()).orElseThrow(() -> new NotFound("user", id.value()));
    }

    /**
     * @param theme {@code system}, {@code light} or {@code dark}
     * @param singleKeys whether single letters act as keys
     */
    public record Likes(String theme, boolean singleKeys) {}
}
