package io.throughline.aftersales.knowledge;

import java.time.Instant;

/**
 * An article offered to readers.
 *
 * @param excerpt the beginning of its words, on one line
 * @param helpful votes that said yes
 */
public record ArticleTeaser(
        ArticleNumber number, String slug, String title, String excerpt, Instant publishedAt, long helpful) {}
