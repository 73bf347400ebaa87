package io.throughline.web.activity;

import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says something about any record, with files. */
@Controller
@RequiredArgsConstructor
class CommentController {

    private final Attachments attachments;
    private final SubjectPlaces places;

    @PostMapping("/comments")
    String add(
            Viewer viewer,
            @RequestParam SubjectRef subject,
            @Valid @ModelAttribute("form") AddComment form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var next = FormErrors.tried(errors, () -> {
            attachments.comment(viewer, subject, form, uploads(files));
            Toast.done("foundation.activity.comment.added").after(redirect);
            return places.backTo(viewer, subject);
        });
        return next.orElseGet(() -> {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("subject", subject);
            model.addAttribute("label", places.label(subject));
            model.addAttribute("back", places.page(viewer, subject));
            model.addAttribute("choosing", viewer.isStaff());
            return "activity/comment";
        });
    }

    /** A browser sends an empty part for a file field left empty. */
    private static List<Upload> uploads(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(file -> new Upload(
                                file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                                file.getContentType(),
                                file))
                        .toList();
    }
}
