package io.throughline.foundation.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds who is named by {@code @} in a text.
 *
 * <p>Chinese is written without spaces, so where a name ends is known only to whoever knows the names: in
 * {@code @王芳请看一下} it may be 王芳 or 王芳请. Every beginning of what follows the sign is therefore a candidate, all
 * candidates are looked up at once, and the longest known one wins. A sign right behind a letter or digit is part of a
 * mail address and names nobody.
 */
record MentionTokens(List<String> tails) {

    private static final int LONGEST = 60;
    private static final int MOST = 20;

    static MentionTokens of(String plainText) {
        var tails = new ArrayList<String>();
        for (int at = plainText.indexOf('@'); at >= 0 && tails.size() < MOST; at = plainText.indexOf('@', at + 1)) {
            if (at == 0 || !isWord(plainText.charAt(at - 1))) {
                var tail = plainText.substring(at + 1, Math.min(plainText.length(), at + 1 + LONGEST));
                tails.add(tail.lines().findFirst().orElse(""));
            }
        }
        return new MentionTokens(tails);
    }

    /** Everything that may be a name or login, in lower case. */
    Set<String> candidates() {
        var candidates = new LinkedHashSet<String>();
        for (var tail : tails) {
            for (int end = 1; end <= tail.length(); end++) {
                if (endsThere(tail, end)) {
                    candidates.add(folded(tail.substring(0, end)));
                }
            }
        }
        return candidates;
    }

    /**
     * @param known users by lower-case login or name
     * @return those of the longest known beginning at each sign
     */
    <T> Set<T> resolve(Map<String, Set<T>> known) {
        var named = new HashSet<T>();
        var longestFirst = known.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (var tail : tails) {
            var folded = folded(tail);
            longestFirst.stream()
                    .filter(name -> folded.startsWith(name) && endsThere(folded, name.length()))
                    .findFirst()
                    .ifPresent(name -> named.addAll(known.getOrDefault(name, Set.of())));
        }
        return named;
    }

    private static boolean endsThere(String tail, int end) {
        char last = tail.charAt(end - 1);
        return !Character.isWhitespace(last) && (end == tail.length() || !isWord(last) || !isWord(tail.charAt(end)));
    }

    /** Letters of scripts that part their words by spaces. */
    private static boolean isWord(char c) {
        return c < 0x250 && (Character.isLetterOrDigit(c) || c == '_');
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
