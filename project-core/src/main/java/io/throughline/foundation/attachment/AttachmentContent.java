package io.throughline.foundation.attachment;

import io.throughline.foundation.model.SubjectRef;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file ready to be sent.
 *
 * @param subject the record it hangs on
 * @param sha256 hash of the content in lower-case hexadecimal
 * @param size bytes
 * @param stream opens the content, as often as wanted; it is read from the store piece by piece and holds no connection
 *     between the pieces
 */
public record AttachmentContent(
        AttachmentId id,
        SubjectRef subject,
        String fileName,
        String contentType,
        long size,
        String sha256,
        Supplier<InputStream> stream) {

    public InputStream open() {
        return stream.get();
    }
}
