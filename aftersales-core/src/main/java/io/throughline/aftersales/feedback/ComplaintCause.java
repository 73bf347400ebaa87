package io.throughline.aftersales.feedback;

import java.util.Locale;

/**
 * Why complaints come, from a list the company keeps.
 *
 * @param used complaints with it
 */
public record ComplaintCause(String code, int version, String nameZh, String nameEn, boolean active, long used) {

    /** In the language, else in the other one. */
    public String name(Locale locale) {
        return name(nameZh, nameEn, locale);
    }

    static String name(String zh, String en, Locale locale) {
        var wanted = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
        return wanted.isEmpty() ? zh + en : wanted;
    }
}
