package io.throughline.foundation.notification;

import io.throughline.foundation.model.SubjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All notices about one record.
 *
 * @param subjectType code word of the record's type
 * @param label the record's name; empty when the viewer may no longer see it
 * @param path the record's page for this viewer; null where it has none
 * @param unread number of unread notices
 * @param snoozedUntil null, or when it comes back
 * @param notices the newest three, newest first
 */
public record InboxRow(
        long id,
        String subjectType,
        long subjectId,
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

    InboxRow named(String newLabel, @Nullable String newPath) {
        return new InboxRow(
                id,
                subjectType,
                subjectId,
                newLabel,
                newPath,
                newestAt,
                unread,
                mentioned,
                muted,
                snoozedUntil,
                notices);
    }

    InboxRow with(List<NoticeRow> newest) {
        return new InboxRow(
                id, subjectType, subjectId, label, path, newestAt, unread, mentioned, muted, snoozedUntil, newest);
    }

    SubjectRef subject() {
        return new SubjectRef(subjectType, subjectId);
    }
}
