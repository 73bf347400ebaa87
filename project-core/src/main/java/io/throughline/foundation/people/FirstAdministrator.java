package io.throughline.foundation.people;

import io.throughline.foundation.model.RuleViolation;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way into an installation without an administrator: a code that only whoever reads the log knows makes the first
 * one, once. As soon as there is an active administrator the way is shut.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(anyone = true)
public class FirstAdministrator {

    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int GROUPS = 6;
    private static final int GROUP = 5;
    private static final Duration LIFE = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Users users;
    private final UserRepository people;
    private final PasswordRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A fresh code of more than 128 bits for the log, while there is no administrator; each node has its own. */
    public Optional<String> newCode() {
        if (isThere()) {
            return Optional.empty();
        }
        var code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        jdbc.sql("delete from foundation.setup_code where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(LIFE)))
                .update();
        jdbc.sql("insert into foundation.setup_code (code_hash, created_at) values (?, ?)")
                .params(hash(code.toString()), Timestamp.from(clock.instant()))
                .update();
        return Optional.of(code.toString());
    }

    /** Whether the way is open: nobody administers yet, and a code was given out. */
    @Transactional(readOnly = true)
    public boolean isWanted() {
        return !isThere()
                && jdbc.sql("select exists (select 1 from foundation.setup_code)")
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Throws {@link RuleViolation} at the field that is wrong.
     *
     * @param language in which the administrator goes on
     */
    public UserId create(BecomeAdministrator command, Locale language) {
        jdbc.sql("lock table foundation.setup_code in share row exclusive mode").update();
        int found = isThere()
                ? 0
                : jdbc.sql("select count(*) from foundation.setup_code where code_hash = ? and created_at >= ?")
                        .params(
                                hash(command.code()),
                                Timestamp.from(clock.instant().minus(LIFE)))
                        .query(Integer.class)
                        .single();
        if (found == 0) {
            throw new RuleViolation("foundation.people.badSetupCode").at("code");
        }
        rules.check(command.password(), command.login());
        if (!command.password().equals(command.repeated())) {
            throw new RuleViolation("foundation.people.password.differs").at("repeated");
        }
        var id = users.create(
                Viewer.system("setup"),
                new CreateUser(
                        command.login(),
                        command.name(),
                        command.email(),
                        null,
                        Set.of(Role.ADMIN),
                        command.password(),
                        null));
        people.findById(id.value())
                .ifPresent(
                        user -> user.prefer(language, ZoneId.of(user.getZone()), user.getTheme(), user.isSingleKeys()));
        jdbc.sql("delete from foundation.setup_code").update();
        return id;
    }

    private boolean isThere() {
        return jdbc.sql("""
                        select exists (select 1 from foundation.app_user u join foundation.user_role r on r.user_id = u.id
                                        where u.active and r.role = 'ADMIN')
                        """).query(Boolean.class).single();
    }

    private static String hash(String code) {
        return RandomToken.hash(code.trim().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
