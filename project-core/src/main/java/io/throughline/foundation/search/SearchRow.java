package io.throughline.foundation.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the index stores of an entry, also for bulk loads that do not go through {@link SearchIndex}.
 *
 * @param text number, title and text by lines, in which phrases are looked for and excerpts are cut from
 * @param titleTerms terms of number, title and names
 * @param terms all terms
 */
public record SearchRow(String text, Set<String> titleTerms, Set<String> terms) {

    private static final int MOST_TEXT = 65_536;

    public static SearchRow of(SearchEntry entry) {
        var number = entry.number() == null ? "" : entry.number();
        var text = cut(number + "\n" + entry.title() + "\n" + entry.text());
        var titleTerms = new LinkedHashSet<>(Terms.ofText(number + " " + entry.title()));
        entry.names().forEach(name -> titleTerms.addAll(Pinyin.spellings(name)));
        var terms = new LinkedHashSet<>(Terms.ofText(text));
        terms.addAll(titleTerms);
        return new SearchRow(Terms.plainChinese(text), titleTerms, terms);
    }

    /** The terms as PostgreSQL writes a {@code tsvector} without places. */
    public static String vector(Set<String> terms) {
        return terms.stream()
                .map(term -> "'" + term.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text) {
        var clean = text.replace("\u0000", "");
        return clean.length() <= MOST_TEXT / 3 ? clean : clean.substring(0, MOST_TEXT / 3);
    }
}
