package io.throughline.foundation.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts text into what the index stores and queries ask for; both sides use this one class.
 *
 * <p>Method: text is folded (NFKC, lower case) and split into runs. A run of Chinese characters gives its bigrams and
 * its last character alone, so that every character begins at least one term; a run of letters and digits is one word.
 * A query asks for all bigrams of a run, for a single character as a prefix, and for words as prefixes.
 *
 * <p>Worked example: 售后服务SLA gives 售后, 后服, 服务, 务, sla; the query 服务 asks for 服务, the query 售 for 售*.
 */
final class Terms {

    private static final int LONGEST_WORD = 60;

    private Terms() {}

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Terms to store. */
    static Set<String> ofText(String text) {
        var terms = new LinkedHashSet<String>();
        for (var run : runs(fold(text))) {
            if (run.chinese()) {
                terms.addAll(bigrams(run.codePoints()));
                terms.add(text(run.codePoints(), run.codePoints().length - 1, run.codePoints().length));
            } else {
                terms.add(shorten(run.text()));
            }
        }
        return terms;
    }

    /** PostgreSQL {@code tsquery} text that all parts of what was typed must match; empty when nothing can be asked. */
    static String toQuery(String typed) {
        return runs(fold(typed)).stream()
                .flatMap(run -> (run.chinese() ? ofRun(run) : List.of(prefix(shorten(run.text())))).stream())
                .distinct()
                .collect(Collectors.joining(" & "));
    }

    /** PostgreSQL {@code tsquery} text that any of these stored terms matches. */
    static String anyOf(Collection<String> terms) {
        return terms.stream().map(Terms::quote).collect(Collectors.joining(" | "));
    }

    /** The runs that were asked for, folded. */
    static List<String> asked(String typed) {
        return runs(fold(typed)).stream().map(Run::text).distinct().toList();
    }

    /**
     * The text as it is but for other forms of Chinese characters, so that what was asked for is found in it as it
     * stands.
     */
    static String plainChinese(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (isChinese(letter)) {
                plain.append(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC));
            } else {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString();
    }

    static boolean isChinese(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }

    /** Runs longer than a bigram, which the index alone cannot tell from scattered ones. */
    static List<String> phrases(String typed) {
        return runs(fold(typed)).stream()
                .filter(run -> run.chinese() && run.codePoints().length > 2)
                .map(Run::text)
                .toList();
    }

    private static List<String> ofRun(Run run) {
        return run.codePoints().length == 1
                ? List.of(prefix(run.text()))
                : bigrams(run.codePoints()).stream().map(Terms::quote).toList();
    }

    private static List<String> bigrams(int[] codePoints) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < codePoints.length; i++) {
            pairs.add(text(codePoints, i, i + 2));
        }
        return pairs;
    }

    private static List<Run> runs(String folded) {
        var runs = new ArrayList<Run>();
        var current = new ArrayList<Integer>();
        boolean chinese = false;
        for (int codePoint : (Iterable<Integer>) folded.codePoints()::iterator) {
            boolean han = isChinese(codePoint);
            boolean part = han || Character.isLetterOrDigit(codePoint);
            if (!current.isEmpty() && (!part || han != chinese)) {
                runs.add(new Run(array(current), chinese));
                current.clear();
            }
            if (part) {
                current.add(codePoint);
                chinese = han;
            }
        }
        if (!current.isEmpty()) {
            runs.add(new Run(array(current), chinese));
        }
        return runs;
    }

    private static int[] array(List<Integer> codePoints) {
        return codePoints.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String text(int[] codePoints, int from, int to) {
        return new String(codePoints, from, to - from);
    }

    private static String shorten(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
    }

    private static String prefix(String term) {
        return quote(term) + ":*";
    }

    private static String quote(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private record Run(int[] codePoints, boolean chinese) {

        String text() {
            return Terms.text(codePoints, 0, codePoints.length);
        }
    }
}
