package io.throughline.foundation.people;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.model.RuleViolation;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Puts a new password in force; sessions and links that came by the old one end with it. */
@Component
@RequiredArgsConstructor
class PasswordSetting {

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final Clock clock;

    void set(User user, String password, String repeated, @Nullable String keptSession) {
        rules.check(password, user.getLogin());
        if (!password.equals(repeated)) {
            throw new RuleViolation("foundation.people.password.differs").at("repeated");
        }
        user.changePassword(requireNonNull(encoder.encode(password)), clock.instant());
        users.save(user);
        sessions.end(user.getLogin(), keptSession);
        jdbc.sql("delete from foundation.password_link where user_id = ?")
                .param(user.requireId())
                .update();
    }
}
