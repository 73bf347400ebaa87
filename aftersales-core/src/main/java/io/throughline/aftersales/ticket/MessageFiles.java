package io.throughline.aftersales.ticket;

import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.people.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Hangs files on a message; a customer reads those of public messages only. */
@Component
@RequiredArgsConstructor
class MessageFiles {

    private final Attachments attachments;

    void attach(Viewer viewer, MessageId message, Visibility visibility, List<Upload> uploads) {
        for (var upload : uploads) {
            try (var content = upload.content().getInputStream()) {
                attachments.store(
                        viewer,
                        MessageSubject.of(message),
                        upload.fileName(),
                        upload.contentType(),
                        content,
                        visibility == Visibility.PUBLIC
                                ? io.throughline.foundation.activity.Visibility.EVERYONE
                                : io.throughline.foundation.activity.Visibility.STAFF);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
