package io.throughline.foundation.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a text the words stand that somebody looked for, in the writer's own letters.
 *
 * <p>Method: the text is folded as the index folds it, letter by letter, remembering where each came from. A run of
 * Chinese characters is found anywhere, a word of letters and digits at the beginning of a word.
 */
final class Highlights {

    private static final int BEFORE = 30;
    private static final int LENGTH = 120;

    private final String text;
    private final String folded;
    private final int[] origin;
    private final List<Span> spans;

    private record Span(int from, int to) {}

    Highlights(String text, String typed) {
        this.text = text;
        var letters = new StringBuilder(text.length());
        var places = new ArrayList<Integer>(text.length() + 1);
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            var fold = Terms.fold(text.substring(at, next));
            letters.append(fold);
            for (int i = 0; i < fold.length(); i++) {
                places.add(at);
            }
            at = next;
        }
        places.add(text.length());
        folded = letters.toString();
        origin = places.stream().mapToInt(Integer::intValue).toArray();
        spans = find(Terms.asked(typed));
    }

    List<Piece> pieces() {
        return pieces(0, text.length());
    }

    /** A line of text around the first find; from its beginning where nothing is found. */
    List<Piece> excerpt() {
        int at = spans.isEmpty() ? 0 : spans.get(0).from();
        int from = whole(Math.max(0, at - BEFORE));
        int to = whole(Math.min(text.length(), from + LENGTH));
        var pieces = new ArrayList<Piece>();
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        pieces.addAll(pieces(from, to));
        if (to < text.length()) {
            pieces.add(new Piece("…", false));
        }
        return pieces;
    }

    private List<Piece> pieces(int from, int to) {
        var pieces = new ArrayList<Piece>();
        int done = from;
        for (var span : spans) {
            if (span.from() >= done && span.to() <= to) {
                add(pieces, done, span.from(), false);
                add(pieces, span.from(), span.to(), true);
                done = span.to();
            }
        }
        add(pieces, done, to, false);
        return pieces;
    }

    private void add(List<Piece> pieces, int from, int to, boolean found) {
        if (from < to) {
            pieces.add(new Piece(text.substring(from, to), found));
        }
    }

    private List<Span> find(List<String> words) {
        var found = new ArrayList<Span>();
        for (int at = 0; at < folded.length(); ) {
            int length = longest(words, at);
            if (length > 0) {
                found.add(new Span(origin[at], end(at + length)));
            }
            at += Math.max(1, length);
        }
        return found;
    }

    private int longest(List<String> words, int at) {
        boolean inside = at > 0
                && Character.isLetterOrDigit(folded.charAt(at - 1))
                && !Terms.isChinese(folded.codePointBefore(at))
                && !Terms.isChinese(folded.codePointAt(at));
        return inside
                ? 0
                : words.stream()
                        .filter(word -> folded.startsWith(word, at))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
    }

    /** Behind the letter of the text that the last folded one came from. */
    private int end(int behind) {
        int last = origin[behind - 1];
        int end = behind;
        while (origin[end] == last) {
            end++;
        }
        return origin[end];
    }

    /** Never between the halves of one letter. */
    private int whole(int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
