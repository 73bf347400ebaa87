package io.throughline.project.schedule.planfile;

import org.jspecify.annotations.Nullable;

/**
 * Makes text of a foreign file fit to be stored and shown: no control characters, no half characters, no marks that turn
 * the direction of whatever stands behind it, bounded.
 */
final class PlanText {
    static final int NAME = 250;
    static final int NOTES = 20_000;

    private PlanText() {}

    /** One line, trimmed and with single blanks; null when nothing is left. */
    static @Nullable String line(@Nullable String raw, int max) {
        var text = text(raw, Math.max(max * 4, 1000));
        if (text == null) {
            return null;
        }
        return cut(text.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip(), max);
    }

    /** Several lines, trimmed; null when nothing is left. */
    static @Nullable String text(@Nullable String raw, int max) {
        if (raw == null) {
            return null;
        }
        var kept = new StringBuilder(Math.min(raw.length(), max));
        raw.codePoints()
                .limit(max * 2L)
                .map(c -> c == '\r' ? '\n' : c)
                .filter(PlanText::isStorable)
                .forEach(kept::appendCodePoint);
        return cut(kept.toString().strip(), max);
    }

    private static boolean isStorable(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        int type = Character.getType(c);
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return type != Character.CONTROL && type != Character.SURROGATE && !turns && (c & 0xFFFE) != 0xFFFE;
    }

    private static @Nullable String cut(String text, int max) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
