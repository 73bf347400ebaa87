package io.throughline.aftersales.installed;

import java.util.Locale;

/** A product's name in the reader's language, or where it has none there, in the other. */
final class ProductNames {

    private ProductNames() {}

    static String of(String zh, String en, Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        var first = chinese ? zh : en;
        return first.isEmpty() ? (chinese ? en : zh) : first;
    }
}
