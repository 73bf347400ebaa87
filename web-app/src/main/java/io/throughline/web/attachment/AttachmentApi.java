package io.throughline.web.attachment;

import io.throughline.foundation.attachment.AttachmentId;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.AttachmentRow;
import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of any record, named by a parameter such as {@code subject=TICKET/12}. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/attachments")
class AttachmentApi {

    private final Attachments attachments;
    private final AttachmentQueries queries;

    @GetMapping
    List<AttachmentRow> list(Viewer viewer, @RequestParam SubjectRef subject) {
        return queries.list(viewer, subject);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<AttachmentId> upload(
            Viewer viewer, @RequestParam SubjectRef subject, @RequestParam List<MultipartFile> files) {
        return attachments.store(viewer, subject, AttachmentController.uploads(files));
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> download(Viewer viewer, @PathVariable long id) {
        return StoredContent.download(queries.open(viewer, new AttachmentId(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Viewer viewer, @PathVariable long id) {
        attachments.remove(viewer, new AttachmentId(id));
    }
}
