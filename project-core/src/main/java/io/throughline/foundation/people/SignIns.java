package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks name and password, and slows down guessing on all nodes alike.
 *
 * <p>Failures are counted per account and per address in the database: after {@value #FREE_TRIES} within
 * {@link #WINDOW} further tries are refused, right password or not, until the window has passed. An unknown name takes
 * as long as a known one.
 */
@Service
@RequiredArgsConstructor
@Allow(anyone = true)
public class SignIns {

    static final int FREE_TRIES = 10;
    private static final int FREE_TRIES_PER_ADDRESS = 100;
    private static final int FREE_ASKS = 5;
    private static final int LONGEST_NAME = 254;
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** Argon2 hash of a random text, so that an unknown name costs what a known one does. */
    private static final String NOBODY =
            "$argon2id$v=19$m=16384,t=2,p=1$wRCkBeVLpGmD1BTYGH4NZQ$aJz0ZgxzAbD2bSrmAZRm0+R7mKMB4r4zlJaKlQt0Vmg";

    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final SignInTries tries;
    private final RecoveryCodes recovery;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param name sign-in name, mail address or mobile number
     * @param password as typed
     * @param address network address of the caller
     */
    public Outcome attempt(String name, String password, String address) {
        var folded = fold(name);
        if (!tries.take("name", folded, FREE_TRIES)) {
            return Outcome.locked(tries.pause("name", folded, FREE_TRIES));
        }
        if (!tries.take("address", address, FREE_TRIES_PER_ADDRESS)) {
            tries.giveBack("name", folded);
            return Outcome.locked(tries.pause("address", address, FREE_TRIES_PER_ADDRESS));
        }
        var user = users.findBySignInName(folded);
        var hash = user.map(User::getPasswordHash).orElse(NOBODY);
        boolean matches = passwords.matches(password, hash == null ? NOBODY : hash);
        if (!matches || user.isEmpty() || !user.get().isActive()) {
            return Outcome.refused();
        }
        tries.forgive("name", folded);
        tries.giveBack("address", address);
        return Outcome.ok(user.get());
    }

    /**
     * The six digits of the device, or a recovery code, which is used up. Throws {@link RuleViolation} at {@code code} when
     * it is wrong or was used before.
     */
    @Transactional
    public void verifyCode(UserId id, String code) {
        var user = users.findById(id.value()).orElseThrow(() -> new NotFound("user", id.value()));
        if (!tries.take("code", user.getLogin(), FREE_TRIES)) {
            throw new RuleViolation("web.security.locked").at("code");
        }
        var secret = user.getTotpSecret();
        var step = secret == null ? OptionalLong.empty() : Totp.matchingStep(secret, code, clock.instant());
        boolean good = step.isPresent() ? user.useTotpStep(step.getAsLong()) : recovery.use(user, code);
        if (secret == null || !good) {
            throw new RuleViolation("web.security.badCode").at("code");
        }
        users.save(user);
        tries.forgive("code", user.getLogin());
    }

    /**
     * Asks for the password once more before something that matters; wrong ones count as failed sign-ins. Throws
     * {@link RuleViolation} at the field.
     */
    @Allow(signedIn = true)
    public void confirm(Viewer viewer, String password, String field) {
        if (!tries.take("name", viewer.login(), FREE_TRIES)) {
            throw new RuleViolation("web.security.locked").at(field);
        }
        var hash =
                users.findById(viewer.id().value()).map(User::getPasswordHash).orElse(NOBODY);
        if (!passwords.matches(password, hash == null ? NOBODY : hash)) {
            throw new RuleViolation("foundation.people.wrongPassword").at(field);
        }
        tries.giveBack("name", viewer.login());
    }

    /** Counts a call that anybody may make but nobody often, such as asking for a link; false when it was one too many. */
    public boolean mayAsk(String name, String address) {
        return tries.take("ask", fold(name), FREE_ASKS) && tries.take("asker", address, FREE_TRIES_PER_ADDRESS);
    }

    /** Notes the moment of a completed sign-in. */
    @Transactional
    public void signedIn(UserId id) {
        jdbc.sql("update foundation.app_user set last_sign_in_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), id.value())
                .update();
    }

    private static String fold(String name) {
        var folded = name.trim().toLowerCase(Locale.ROOT);
        return folded.length() > LONGEST_NAME ? folded.substring(0, LONGEST_NAME) : folded;
    }

    /**
     * @param result what came of it
     * @param userId the user when the password was right
     * @param login that user's sign-in name
     * @param secondFactor whether a one-time code is still owed
     * @param pause after a refusal for too many tries, until the next one
     */
    public record Outcome(Result result, Optional<UserId> userId, String login, boolean secondFactor, Duration pause) {

        static Outcome ok(User user) {
            return new Outcome(
                    Result.OK,
                    Optional.of(new UserId(user.requireId())),
                    user.getLogin(),
                    user.getTotpSecret() != null,
                    Duration.ZERO);
        }

        static Outcome refused() {
            return new Outcome(Result.REFUSED, Optional.empty(), "", false, Duration.ZERO);
        }

        static Outcome locked(Duration pause) {
            return new Outcome(Result.LOCKED, Optional.empty(), "", false, pause);
        }
    }

    /** What came of an attempt to sign in. */
    public enum Result {
        OK,
        REFUSED,
        LOCKED
    }
}
