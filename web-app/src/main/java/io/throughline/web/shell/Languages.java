package io.throughline.web.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages the product speaks; Chinese is what it speaks when nobody said. */
public final class Languages {

    public static final Locale CHINESE = Locale.forLanguageTag("zh-CN");
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> ALL = List.of(CHINESE, ENGLISH);

    private Languages() {}

    /** Our language for a tag such as {@code zh}, {@code zh-Hans} or {@code en-GB}; empty for any other. */
    public static Optional<Locale> of(String tag) {
        return of(Locale.forLanguageTag(tag.replace('_', '-')));
    }

    public static Optional<Locale> of(Locale locale) {
        return ALL.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }

    public static boolean isChinese(Locale locale) {
        return CHINESE.getLanguage().equals(locale.getLanguage());
    }
}
