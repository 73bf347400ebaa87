package io.throughline.aftersales.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * Which articles the desk's list shows.
 *
 * @param state null for all but the retired ones
 * @param visibility null for all
 * @param reviewDue only those that should be read again by now
 */
public record ArticleFilter(
        @Nullable ArticleState state, @Nullable ArticleVisibility visibility, boolean reviewDue) {}
