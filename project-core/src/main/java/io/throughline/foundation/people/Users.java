package io.throughline.foundation.people;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** Throws {@link RuleViolation} at {@code login} when the name is taken. */
    public UserId create(Viewer viewer, CreateUser command) {
        if (users.existsByLogin(command.login().toLowerCase(Locale.ROOT))) {
            throw new RuleViolation("foundation.people.loginTaken", command.login()).at("login");
        }
        var user = new User(command.login(), command.name(), command.email(), command.mobile(), command.roles());
        if (command.password() != null) {
            user.changePassword(requireNonNull(passwords.encode(command.password())), clock.instant());
        }
        if (command.contactId() != null) {
            user.bindContact(command.contactId());
        }
        return save(user);
    }

    public void grant(Viewer viewer, UserId id, Set<Role> roles) {
        var user = require(id);
        user.grant(roles);
        save(user);
    }

    public void deactivate(Viewer viewer, UserId id) {
        if (viewer.id().equals(id)) {
            throw new RuleViolation("foundation.people.notYourself");
        }
        var user = require(id);
        user.deactivate();
        save(user);
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
}
