package io.throughline.web.activity;

import io.throughline.foundation.activity.CommentId;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.activity.EditComment;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes or takes back one's own comment. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/comments/{id}")
class CommentEditController {

    private final Comments comments;
    private final SubjectPlaces places;
    private final FormMerge merge;

    @GetMapping("/edit")
    String form(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("form", comments.forEdit(viewer, new CommentId(id)));
        return show(viewer, id, model);
    }

    @PostMapping
    String edit(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") @Nullable EditComment form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var comment = new CommentId(id);
        var edit = new FormEdit<EditComment>(
                "foundation.comment",
                id,
                List.of(),
                () -> FormEdit.Filled.of(comments.forEdit(viewer, comment)),
                whole -> comments.edit(viewer, comment, whole));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("foundation.activity.comment.changed").after(redirect);
            return places.backTo(viewer, comments.subjectOf(viewer, comment));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(viewer, id, model);
    }

    @PostMapping("/removal")
    String remove(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        var subject = comments.subjectOf(viewer, new CommentId(id));
        comments.remove(viewer, new CommentId(id));
        Toast.done("foundation.activity.comment.removed").after(redirect);
        return places.backTo(viewer, subject);
    }

    private String show(Viewer viewer, long id, Model model) {
        var subject = comments.subjectOf(viewer, new CommentId(id));
        model.addAttribute("id", id);
        model.addAttribute("label", places.label(subject));
        model.addAttribute("back", places.page(viewer, subject));
        return "activity/edit";
    }
}
