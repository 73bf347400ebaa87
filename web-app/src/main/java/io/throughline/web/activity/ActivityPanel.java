package io.throughline.web.activity;

import io.throughline.foundation.activity.TimelineEntry;
import io.throughline.foundation.attachment.AttachmentRow;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.SubjectRef;
import java.util.List;
import java.util.Map;

/**
 * What the activity panel of a record shows.
 *
 * @param lines newest first
 * @param files the files of the comments among the lines, by comment
 * @param watching whether the viewer watches the record
 * @param commentable whether the viewer may comment
 * @param choosing whether the viewer may say who reads the comment
 */
public record ActivityPanel(
        SubjectRef subject,
        Page<TimelineEntry> lines,
        Map<Long, List<AttachmentRow>> files,
        boolean watching,
        boolean commentable,
        boolean choosing) {

    public List<AttachmentRow> filesOf(TimelineEntry line) {
        return files.getOrDefault(line.id(), List.of());
    }
}
