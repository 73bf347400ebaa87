package io.throughline.web.attachment;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.AttachmentRow;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Gathers a record's files for its page, as {@code ${@attachmentPanels}}: a page includes the panel by
 * {@code ~{attachment/panel :: panel(type='TASK', id=${task.id})}} and needs no code for it.
 */
@Component("attachmentPanels")
@RequiredArgsConstructor
public class AttachmentPanels {

    private final AttachmentQueries queries;
    private final SubjectAccesses accesses;

    /** Throws {@link NotFound} when the viewer may not see the record. */
    public Panel of(Viewer viewer, String type, long id) {
        var seen = accesses.see(viewer, new SubjectRef(type, id));
        return new Panel(seen.ref(), queries.list(viewer, seen), accesses.canComment(viewer, seen));
    }

    /** @param addable whether the viewer may attach files */
    public record Panel(SubjectRef subject, List<AttachmentRow> files, boolean addable) {}
}
