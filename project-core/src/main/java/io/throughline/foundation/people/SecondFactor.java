package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own second factor: an authenticator app is tied to the user, proved by a code, and let go again. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class SecondFactor {

    private static final String ISSUER = "Throughline";

    private final UserRepository users;
    private final SignIns signIns;
    private final RecoveryCodes recovery;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Makes a secret that counts for nothing until {@link #confirm}. Throws {@link RuleViolation} at {@code password}. */
    public void begin(Viewer viewer, String password) {
        signIns.confirm(viewer, password, "password");
        var user = require(viewer);
        user.proposeTotp(Totp.newSecret());
        users.save(user);
    }

    /** The secret waiting to be proved; empty when none does. */
    @Transactional(readOnly = true)
    public Optional<Proposal> proposal(Viewer viewer) {
        var user = require(viewer);
        return Optional.ofNullable(user.getTotpPending())
                .map(secret -> new Proposal(secret, uri(user.getLogin(), secret)));
    }

    /**
     * From here on a code is owed at sign-in. Throws {@link RuleViolation} at {@code code}.
     *
     * @return the codes to keep for the day the device is lost; they are told this once
     */
    public List<String> confirm(Viewer viewer, String code) {
        var user = require(viewer);
        var secret = user.getTotpPending();
        if (secret == null) {
            throw new RuleViolation("foundation.people.noProposal").at("code");
        }
        var step = Totp.matchingStep(secret, code, clock.instant());
        if (step.isEmpty()) {
            throw new RuleViolation("web.security.badCode").at("code");
        }
        user.enrolTotp(secret);
        user.useTotpStep(step.getAsLong());
        var codes = recovery.renew(user);
        users.save(user);
        return codes;
    }

    /** New recovery codes in place of the old. Throws {@link RuleViolation} at {@code password}. */
    public List<String> renewCodes(Viewer viewer, String password) {
        signIns.confirm(viewer, password, "password");
        var user = require(viewer);
        if (user.getTotpSecret() == null) {
            throw new RuleViolation("foundation.people.noProposal").at("password");
        }
        var codes = recovery.renew(user);
        users.save(user);
        return codes;
    }

    /** Throws {@link RuleViolation} at {@code password}, also where a role asks for the second factor. */
    public void drop(Viewer viewer, String password) {
        signIns.confirm(viewer, password, "password");
        if (isRequired(viewer)) {
            throw new RuleViolation("foundation.people.secondFactorRequired").at("password");
        }
        var user = require(viewer);
        user.dropTotp();
        recovery.drop(user);
        users.save(user);
    }

    /** Whether it is on, whether a role asks for it, and how many recovery codes are left. */
    @Transactional(readOnly = true)
    public State state(Viewer viewer) {
        var user = require(viewer);
        return new State(user.getTotpSecret() != null, isRequired(viewer), user.getRecoveryCodesLeft());
    }

    private boolean isRequired(Viewer viewer) {
        return jdbc.sql("select exists (select 1 from foundation.second_factor_role where role = any(?))")
                .param(viewer.roles().stream().map(Role::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private User require(Viewer viewer) {
        return users.findById(viewer.id().value())
                .orElseThrow(() -> new NotFound("user", viewer.id().value()));
    }

    private static String uri(String login, String secret) {
        var account = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + ISSUER + ":" + account + "?secret=" + secret + "&issuer=" + ISSUER;
    }

    /** How it stands with somebody's second factor. */
    public record State(boolean on, boolean required, int recoveryCodesLeft) {}

    /**
     * @param secret base 32, to be typed where no camera is
     * @param uri what the square code says
     */
    public record Proposal(String secret, String uri) {

        /** In groups of four, as people read it. */
        public String grouped() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }

        @Override
        public String toString() {
            return "Proposal[]";
        }
    }
}
