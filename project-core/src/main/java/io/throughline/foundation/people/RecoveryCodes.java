package io.throughline.foundation.people;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes on paper that stand in for the device, each once. They are random texts of nearly eighty bits, so a plain hash
 * keeps them; how many are left stands at the user, where the audit trail sees it.
 */
@Component
@RequiredArgsConstructor
class RecoveryCodes {

    static final int COUNT = 10;
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int LETTERS = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    /** New ones in place of the old. */
    List<String> renew(User user) {
        drop(user);
        var codes = Stream.generate(RecoveryCodes::make).distinct().limit(COUNT).toList();
        codes.forEach(code -> jdbc.sql("insert into foundation.recovery_code (user_id, code_hash) values (?, ?)")
                .params(user.requireId(), hash(code))
                .update());
        user.keepRecoveryCodes(COUNT);
        return codes;
    }

    void drop(User user) {
        jdbc.sql("delete from foundation.recovery_code where user_id = ?")
                .param(user.requireId())
                .update();
        user.keepRecoveryCodes(0);
    }

    /** Uses the code up; false when it is none of the user's. Of two at the same time one succeeds. */
    boolean use(User user, String typed) {
        int used = jdbc.sql("delete from foundation.recovery_code where user_id = ? and code_hash = ?")
                .params(user.requireId(), hash(typed))
                .update();
        if (used > 0) {
            user.keepRecoveryCodes(user.getRecoveryCodesLeft() - 1);
        }
        return used > 0;
    }

    private static String make() {
        return IntStream.range(0, LETTERS)
                .mapToObj(
                        i -> (i > 0 && i % GROUP == 0 ? "-" : "") + ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())))
                .collect(java.util.stream.Collectors.joining());
    }

    private static String hash(String code) {
        return RandomToken.hash(code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
