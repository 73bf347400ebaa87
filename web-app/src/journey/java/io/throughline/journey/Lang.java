package io.throughline.journey;

import java.util.Locale;

/** The languages of the product. */
enum Lang {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Lang(String tag) {
        this.tag = tag;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** What stands in {@code html lang}. */
    String tag() {
        return tag;
    }
}
