package io.throughline.foundation.attachment;

import io.throughline.foundation.activity.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attachment in a list.
 *
 * @param contentType what the content really is, from the safe-list
 * @param size bytes
 * @param uploadedAt UTC
 * @param commentId the comment it came with, if any
 * @param removable whether the viewer may remove it
 */
public record AttachmentRow(
        long id,
        String fileName,
        String contentType,
        long size,
        Visibility visibility,
        String uploaderName,
        Instant uploadedAt,
        @Nullable Long commentId,
        boolean removable) {

    public boolean isInternal() {
        return visibility == Visibility.STAFF;
    }

    public boolean isImage() {
        return contentType.startsWith("image/");
    }

    public String path() {
        return "/attachments/" + id;
    }
}
