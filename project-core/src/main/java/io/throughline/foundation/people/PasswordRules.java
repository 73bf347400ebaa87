package io.throughline.foundation.people;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.throughline.foundation.model.RuleViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a password must be (NIST SP 800-63B, ASVS 6.2): 8 to 256 characters of any kind, used whole; none of the tens of
 * thousands best known from breaches, not even with digits or marks put behind; not the person's own sign-in name.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 256;

    /** Well known here, missing from lists made elsewhere. */
    private static final Set<String> LOCAL = Set.of(
            "throughline",
            "guantong",
            "woaini1314",
            "woaini520",
            "5201314520",
            "1314520520",
            "woaiwojia",
            "a123456789",
            "zhongguo",
            "beijing2008",
            "mima1234",
            "mimamima",
            "wo123456",
            "aini1314",
            "zxc123456",
            "qq123456",
            "qaz123456",
            "asd123456",
            "abc123456",
            "aa123456",
            "q1w2e3r4",
            "1qaz2wsx",
            "admin123",
            "admin888",
            "root1234",
            "test1234",
            "11223344",
            "112233445566",
            "88888888",
            "66666666",
            "12344321",
            "1234abcd",
            "p@ssw0rd");

    private final Set<String> known = new HashSet<>(LOCAL);

    PasswordRules() {
        try {
            known.addAll(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link RuleViolation} at {@code password}. */
    void check(String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new RuleViolation("foundation.people.password.length", SHORTEST, LONGEST).at("password");
        }
        var folded = password.toLowerCase(Locale.ROOT);
        var stem = folded.replaceFirst("[\\p{Punct}\\p{Digit}]{0,4}$", "");
        if (known.contains(folded) || stem.length() >= SHORTEST && known.contains(stem) || isOneCharacter(folded)) {
            throw new RuleViolation("foundation.people.password.common").at("password");
        }
        if (folded.contains(login.toLowerCase(Locale.ROOT)) && length < login.length() + SHORTEST) {
            throw new RuleViolation("foundation.people.password.ownName").at("password");
        }
    }

    private static boolean isOneCharacter(String text) {
        return text.codePoints().distinct().count() == 1;
    }
}
