package io.throughline.aftersales.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article on a ticket.
 *
 * @param title in the viewer's language where it has one
 * @param forCustomers whether customers may read it, so that it can be named in an answer
 * @param solved whether it solved the ticket
 */
public record UsedArticle(
        ArticleNumber number,
        String slug,
        String title,
        boolean forCustomers,
        boolean solved,
        @Nullable String by,
        Instant at) {}
