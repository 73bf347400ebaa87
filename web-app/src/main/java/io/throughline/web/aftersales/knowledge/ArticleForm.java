package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleDetail;
import io.throughline.aftersales.knowledge.ArticleVisibility;
import io.throughline.aftersales.knowledge.WriteArticle;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An article as typed; a language left empty is not there. */
record ArticleForm(
        @Size(max = 200) @Nullable String titleZh,
        @Size(max = WriteArticle.LONGEST) @Nullable String bodyZh,
        @Size(max = 200) @Nullable String titleEn,
        @Size(max = WriteArticle.LONGEST) @Nullable String bodyEn,
        @NotNull @Nullable ArticleVisibility visibility,
        @NotNull @Min(7) @Max(1095) @Nullable Integer reviewDays,
        @Nullable Integer version) {

    static ArticleForm blank() {
        return new ArticleForm(null, null, null, null, ArticleVisibility.STAFF, WriteArticle.USUAL_REVIEW_DAYS, null);
    }

    static ArticleForm of(ArticleDetail article) {
        return new ArticleForm(
                article.draft().titleZh(),
                article.draft().bodyZh(),
                article.draft().titleEn(),
                article.draft().bodyEn(),
                article.draftVisibility(),
                article.reviewDays(),
                article.version());
    }

    WriteArticle command() {
        return new WriteArticle(
                text(titleZh),
                text(bodyZh),
                text(titleEn),
                text(bodyEn),
                Objects.requireNonNull(visibility),
                Objects.requireNonNull(reviewDays));
    }

    /** Browsers send line ends of two characters. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }
}
