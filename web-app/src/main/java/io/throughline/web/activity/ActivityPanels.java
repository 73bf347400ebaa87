package io.throughline.web.activity;

import io.throughline.foundation.activity.ActivityQueries;
import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.activity.TimelineEntry;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.OpenedRecord;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Gathers a record's activity for its page: {@code <section th:replace="~{activity/panel :: panel(${activity})}">}. */
@Component
@RequiredArgsConstructor
public class ActivityPanels {

    private static final int LINES = 30;

    private final ActivityQueries activity;
    private final AttachmentQueries attachments;
    private final SubjectAccesses accesses;

    /** The newest lines, on the record's own page. */
    public ActivityPanel of(Viewer viewer, SeenSubject seen) {
        OpenedRecord.is(seen.ref());
        return of(viewer, seen, PageRequest.first(LINES));
    }

    ActivityPanel of(Viewer viewer, SeenSubject seen, PageRequest request) {
        var timeline = activity.watched(viewer, seen, request);
        var comments = timeline.lines().rows().stream()
                .filter(TimelineEntry::isSaid)
                .map(TimelineEntry::id)
                .toList();
        return new ActivityPanel(
                seen.ref(),
                timeline.lines(),
                attachments.ofComments(viewer, seen, comments),
                timeline.watching(),
                accesses.canComment(viewer, seen),
                viewer.isStaff());
    }
}
