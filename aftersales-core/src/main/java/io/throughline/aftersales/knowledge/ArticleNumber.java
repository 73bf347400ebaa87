package io.throughline.aftersales.knowledge;

import io.throughline.foundation.model.NotFound;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of an article, {@code KB-1042}, and the last part of its address, {@code kb-1042-reset-the-spindle}: of
 * the address only the number counts, so that old ones keep leading to an article with a new title.
 */
public record ArticleNumber(long value) {

    private static final Pattern ADDRESS = Pattern.compile("kb-([1-9][0-9]{0,14})(-.*)?");
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_WORDS = 60;

    /** Throws {@link NotFound} for anything that is neither a number nor an address. */
    public static ArticleNumber parse(String text) {
        var matcher = ADDRESS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new NotFound("article", text);
        }
        return new ArticleNumber(Long.parseLong(matcher.group(1)));
    }

    /** The address under a title; a title without Latin letters leaves the number alone. */
    public String slug(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        var words = NOT_IN_WORDS.matcher(plain).replaceAll("-");
        words = words.substring(words.startsWith("-") ? 1 : 0, Math.min(words.length(), LONGEST_WORDS));
        words = words.endsWith("-") ? words.substring(0, words.length() - 1) : words;
        return "kb-" + value + (words.isEmpty() ? "" : "-" + words);
    }

    @Override
    public String toString() {
        return "KB-" + value;
    }
}
