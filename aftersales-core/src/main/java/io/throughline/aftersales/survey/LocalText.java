package io.throughline.aftersales.survey;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A question in both languages. */
public record LocalText(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    static @Nullable LocalText of(@Nullable String zh, @Nullable String en) {
        return zh == null || en == null ? null : new LocalText(zh, en);
    }
}
