package io.throughline.aftersales.knowledge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An article as somebody wants it, in one language or both; a language has a title and a text, or neither.
 *
 * @param bodyZh Markdown, at most 65 536 characters
 * @param bodyEn Markdown, at most 65 536 characters
 * @param visibility who may read it, from its next publication on
 * @param reviewDays after so many days somebody should look whether it is still right, 7–1 095
 */
public record WriteArticle(
        @NotNull @Size(max = 200) String titleZh,
        @NotNull @Size(max = LONGEST) String bodyZh,
        @NotNull @Size(max = 200) String titleEn,
        @NotNull @Size(max = LONGEST) String bodyEn,
        @NotNull ArticleVisibility visibility,
        @NotNull @Min(7) @Max(1095) Integer reviewDays) {

    public static final int LONGEST = 65_536;
    public static final int USUAL_REVIEW_DAYS = 365;

    public static WriteArticle blank() {
        return new WriteArticle("", "", "", "", ArticleVisibility.STAFF, USUAL_REVIEW_DAYS);
    }
}
