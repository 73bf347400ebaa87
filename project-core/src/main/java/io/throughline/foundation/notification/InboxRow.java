package io.throughline.foundation.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All notices about one record.
 *
 * @param subjectType code word of the record's type
 * @param label the record's name at the newest notice
 * @param path the record's page; null where it has none
 * @param unread number of unread notices
 * @param snoozedUntil null, or when it comes back
 * @param notices the newest three, newest first
 */
public record InboxRow(
        long id,
        String subjectType,
        String label,
        @Nullable String path,
        Instant newestAt,
        int unread,
        boolean mentioned,
        boolean muted,
        @Nullable Instant snoozedUntil,
        List<NoticeRow> notices) {

    public InboxRow {
        notices = List.copyOf(notices);
    }

    InboxRow with(List<NoticeRow> newest) {
        return new InboxRow(id, subjectType, label, path, newestAt, unread, mentioned, muted, snoozedUntil, newest);
    }
}
