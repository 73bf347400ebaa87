package io.throughline.aftersales.desk;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reply template as it is listed and edited.
 *
 * @param kept whether the viewer may change it
 */
public record ReplyTemplateRow(
        long id,
        int version,
        String name,
        String textZh,
        String textEn,
        Sharing sharing,
        @Nullable Long teamId,
        @Nullable String teamZh,
        @Nullable String teamEn,
        boolean kept,
        Instant changedAt) {

    private static final int TEASER = 120;

    /** The beginning of the text, in the reader's language where there is one. */
    public String teaser(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        var wanted = chinese ? textZh : textEn;
        var text = (wanted.isEmpty() ? (chinese ? textEn : textZh) : wanted).replace('\n', ' ');
        return text.length() <= TEASER ? text : text.substring(0, TEASER) + "…";
    }

    public boolean isInBoth() {
        return !textZh.isEmpty() && !textEn.isEmpty();
    }

    public boolean isChinese() {
        return !textZh.isEmpty();
    }
}
