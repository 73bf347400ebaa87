package io.throughline.aftersales.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article in the desk's list.
 *
 * @param text of the newest edition; before the first one of the draft
 * @param state of the newest text
 * @param edition 0 before the first
 * @param writer of the newest text
 * @param reviewDue whether somebody should read it again by now
 * @param tickets on how many it was used
 */
public record ArticleRow(
        ArticleNumber number,
        String slug,
        ArticleText text,
        ArticleState state,
        ArticleVisibility visibility,
        int edition,
        @Nullable String writer,
        Instant changedAt,
        boolean reviewDue,
        long helpful,
        long notHelpful,
        long tickets) {}
