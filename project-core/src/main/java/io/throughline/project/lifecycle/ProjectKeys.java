package io.throughline.project.lifecycle;

import io.throughline.foundation.model.RuleViolation;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposes project keys from names and knows which were ever used. */
@Component
@RequiredArgsConstructor
class ProjectKeys {

    private static final int LONGEST = 10;
    private static final int PROPOSED = 5;
    private static final String TAKEN =
            "select key from project.project where key = any(?) union select key from project.project_key_alias where key = any(?)";

    private final JdbcClient jdbc;

    /** A key nobody ever had: the initials of the name, followed by a number where they are taken. */
    String propose(String name) {
        var initials = initials(name);
        var candidates = new String[200];
        candidates[0] = initials;
        for (int n = 1; n < candidates.length; n++) {
            var tail = String.valueOf(n + 1);
            candidates[n] = initials.substring(0, Math.min(initials.length(), LONGEST - tail.length())) + tail;
        }
        var taken = jdbc.sql(TAKEN)
                .params(candidates, candidates)
                .query(String.class)
                .set();
        for (var candidate : candidates) {
            if (!taken.contains(candidate)) {
                return candidate;
            }
        }
        throw new RuleViolation("project.lifecycle.chooseKey").at("key");
    }

    boolean isTaken(String key) {
        var one = new String[] {key};
        return !jdbc.sql(TAKEN).params(one, one).query(String.class).set().isEmpty();
    }

    /** Initials in capitals: the first letters of Latin words and digits as they stand, of Chinese characters by pinyin. */
    static String initials(String name) {
        var result = new StringBuilder();
        boolean wordStart = true;
        for (int i = 0; i < name.length() && result.length() < PROPOSED; i++) {
            char c = name.charAt(i);
            if (c < 128) {
                boolean letter = Character.isLetterOrDigit(c);
                boolean digit = Character.isDigit(c);
                if (letter && (digit ? !result.isEmpty() : wordStart)) {
                    result.append(Character.toUpperCase(c));
                }
                wordStart = !letter;
            } else {
                var pinyin = PinyinHelper.toHanyuPinyinStringArray(c);
                if (pinyin != null && pinyin.length > 0) {
                    result.append(pinyin[0].substring(0, 1).toUpperCase(Locale.ROOT));
                }
                wordStart = true;
            }
        }
        return switch (result.length()) {
            case 0 -> "PRJ";
            case 1 -> result.append('P').toString();
            default -> result.toString();
        };
    }
}
