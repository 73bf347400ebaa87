package io.throughline.aftersales.knowledge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Title and text of an article in both languages; one of them may be missing.
 *
 * @param titleZh empty where there is no Chinese
 * @param titleEn empty where there is no English
 */
public record ArticleText(String titleZh, String bodyZh, String titleEn, String bodyEn) {

    /** {@code zh} or {@code en}: the one asked for, where it is missing the other one. */
    public String languageFor(Locale locale, @Nullable String asked) {
        var wanted = asked == null || asked.isBlank() ? locale.getLanguage() : asked;
        boolean chinese = wanted.equals(Locale.CHINESE.getLanguage());
        boolean missing = (chinese ? titleZh : titleEn).isEmpty();
        return chinese == missing ? "en" : "zh";
    }

    public String title(String language) {
        return language.equals("zh") ? titleZh : titleEn;
    }

    public String body(String language) {
        return language.equals("zh") ? bodyZh : bodyEn;
    }

    public boolean isInBoth() {
        return !titleZh.isEmpty() && !titleEn.isEmpty();
    }

    /** What makes up the address: the English title, for its letters. */
    String slugTitle() {
        return titleEn.isEmpty() ? titleZh : titleEn;
    }
}
