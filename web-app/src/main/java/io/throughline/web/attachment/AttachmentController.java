package io.throughline.web.attachment;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.attachment.AttachmentId;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends files out, takes them in for any record, and takes them off again. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/attachments")
class AttachmentController {

    private final Attachments attachments;
    private final AttachmentQueries queries;
    private final SubjectAccesses accesses;

    @GetMapping("/{id}")
    ResponseEntity<Resource> download(Viewer viewer, @PathVariable long id) {
        return StoredContent.download(queries.open(viewer, new AttachmentId(id)));
    }

    /** What a page may show of an attached picture: painted anew by us. */
    @GetMapping("/{id}/picture")
    ResponseEntity<Resource> picture(Viewer viewer, @PathVariable long id) {
        return StoredContent.picture(queries.openPicture(viewer, new AttachmentId(id)));
    }

    @PostMapping
    String upload(
            Viewer viewer,
            @RequestParam SubjectRef subject,
            @RequestParam List<MultipartFile> files,
            RedirectAttributes redirect) {
        try {
            attachments.store(viewer, subject, uploads(files));
            Toast.done("foundation.attachment.stored").after(redirect);
        } catch (RuleViolation e) {
            Toast.refused(e.key(), Stream.of(e.args()).map(Object::toString).toArray(Serializable[]::new))
                    .after(redirect);
        }
        return back(viewer, subject);
    }

    @PostMapping("/{id}/removal")
    String remove(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        var subject = attachments.remove(viewer, new AttachmentId(id));
        Toast.done("foundation.attachment.taken").after(redirect);
        return back(viewer, subject);
    }

    private String back(Viewer viewer, SubjectRef subject) {
        return "redirect:" + accesses.link(subject).pathFor(viewer) + "#attachments";
    }

    /** A browser sends an empty part for a file field left empty. */
    static List<Upload> uploads(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> !file.isEmpty())
                .map(file -> new Upload(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getContentType(), file))
                .toList();
    }
}
