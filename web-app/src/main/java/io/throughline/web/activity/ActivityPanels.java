package io.throughline.web.activity;

import io.throughline.foundation.activity.ActivityQueries;
import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.activity.TimelineEntry;
import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Gathers a record's activity for its page, as {@code ${@activityPanels}}: a page includes the panel by
 * {@code ~{activity/panel :: panel(type='TASK', id=${task.id})}} and needs no code for it.
 */
@Component("activityPanels")
@RequiredArgsConstructor
public class ActivityPanels {

    private static final int LINES = 30;

    private final ActivityQueries activity;
    private final AttachmentQueries attachments;
    private final Watchers watchers;
    private final SubjectAccesses accesses;

    /** The newest lines. Throws {@link NotFound} when the viewer may not see the record. */
    public ActivityPanel of(Viewer viewer, String type, long id) {
        return of(viewer, new SubjectRef(type, id), PageRequest.first(LINES));
    }

    ActivityPanel of(Viewer viewer, SubjectRef subject, PageRequest request) {
        var lines = activity.timeline(viewer, subject, request);
        var comments = lines.rows().stream()
                .filter(TimelineEntry::isSaid)
                .map(TimelineEntry::id)
                .toList();
        return new ActivityPanel(
                subject,
                lines,
                attachments.ofComments(viewer, subject, comments),
                watchers.isWatching(viewer, subject),
                accesses.canComment(viewer, subject),
                viewer.isStaff());
    }
}
