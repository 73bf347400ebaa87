package io.throughline.web.customer;

import io.throughline.foundation.activity.CommentView;
import io.throughline.foundation.attachment.AttachmentRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a customer's merged timeline, ready to print.
 *
 * @param id of the record it tells of, or of the activity entry
 * @param who the actor; null where the source does not say
 * @param text what happened, in the reader's language
 * @param href the record's page; null without
 * @param link what the record is called
 * @param comment what was said, instead of text
 * @param files the comment's
 */
record CustomerLine(
        CustomerTimeline.Kind kind,
        Instant at,
        long id,
        String icon,
        @Nullable String who,
        String text,
        @Nullable String href,
        @Nullable String link,
        @Nullable CommentView comment,
        boolean internal,
        List<AttachmentRow> files) {

    static CustomerLine event(
            CustomerTimeline.Kind kind,
            Instant at,
            long id,
            String icon,
            @Nullable String who,
            String text,
            String href,
            String link) {
        return new CustomerLine(kind, at, id, icon, who, text, href, link, null, false, List.of());
    }
}
