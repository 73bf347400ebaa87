package io.throughline.web.project.planfile;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PlanImports;
import io.throughline.web.shell.FormErrors;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** Takes a plan file in, and throws one away again. */
@Controller
@RequiredArgsConstructor
class PlanUploadController {

    private static final String FORM = "project/planfile/upload";

    private final PlanImports imports;

    record UploadForm(@Nullable MultipartFile file) {}

    @GetMapping("/projects/import")
    String form(Model model) {
        model.addAttribute("form", new UploadForm(null));
        return FORM;
    }

    @PostMapping("/projects/import")
    String upload(Viewer viewer, @ModelAttribute("form") UploadForm form, BindingResult errors) throws IOException {
        var file = form.file();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "project.schedule.import.chooseFile");
            return FORM;
        }
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var upload = imports.keep(viewer, name == null ? "" : name, content);
            return "redirect:/projects/import/" + upload.id();
        } catch (RuleViolation violation) {
            FormErrors.into(errors, violation);
            return FORM;
        }
    }

    @PostMapping("/projects/import/{upload}/removal")
    String remove(Viewer viewer, @PathVariable long upload) {
        imports.drop(viewer, upload);
        return "redirect:/projects/import";
    }
}
