package io.throughline.web.project.network;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a box whose letters cannot be measured: a Chinese letter is as wide as two others. */
final class Letters {

    private static final int WIDE = 0x2E80;

    private Letters() {}

    /** At most so many lines of so many units; what does not fit ends in an ellipsis. */
    static List<String> lines(String text, int units, int most) {
        var lines = new ArrayList<String>();
        int from = 0;
        while (from < text.length() && lines.size() < most) {
            int end = fitting(text, from, units);
            boolean last = lines.size() == most - 1;
            if (end < text.length() && last) {
                lines.add(text.substring(from, fitting(text, from, units - 2)).stripTrailing() + "…");
                return lines;
            }
            int space = end < text.length() ? text.lastIndexOf(' ', end) : -1;
            if (space > from && end < text.length() && text.charAt(end) < WIDE) {
                end = space;
            }
            lines.add(text.substring(from, end).strip());
            from = end;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
        }
        return lines;
    }

    private static int fitting(String text, int from, int units) {
        int width = 0;
        int at = from;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            width += letter >= WIDE ? 2 : 1;
            if (width > units) {
                return at;
            }
            at += Character.charCount(letter);
        }
        return at;
    }
}
