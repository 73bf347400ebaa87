package io.throughline.aftersales.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as its readers see it: the newest edition.
 *
 * @param language of title and body: {@code zh} or {@code en}
 * @param other the other language, where it is there too
 * @param body Markdown
 * @param mine how the reader has voted
 */
public record ShownArticle(
        ArticleId id,
        ArticleNumber number,
        String slug,
        String title,
        String body,
        String language,
        @Nullable String other,
        Instant publishedAt,
        long helpful,
        long notHelpful,
        @Nullable Boolean mine) {}
