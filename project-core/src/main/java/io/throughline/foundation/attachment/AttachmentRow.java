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
 * @param picture size of the picture to be shown of it; null where it is a download only
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
        boolean removable,
        @Nullable PictureSize picture) {

    public boolean isInternal() {
        return visibility == Visibility.STAFF;
    }

    public boolean isImage() {
        return contentType.startsWith("image/");
    }

    /** The picture of our own making. */
    public String picturePath() {
        return path() + "/picture";
    }

    public String path() {
        return "/attachments/" + id;
    }
}
