package io.throughline.web.project.template;

import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.template.EditTemplate;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.project.template.ProjectTemplates;
import io.throughline.project.template.TemplateDetail;
import io.throughline.project.template.TemplateKind;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the words of a template. */
@Controller
@RequiredArgsConstructor
class TemplateEditController {

    private final ProjectTemplates templates;
    private final ProjectTemplateQueries queries;
    private final FormMerge merge;
    private final Words words;

    @GetMapping("/projects/templates/{code}/edit")
    String form(Viewer viewer, @PathVariable String code, Model model) {
        if (!queries.require(viewer, code).isChangeable()) {
            throw new NotAllowed("change template " + code);
        }
        model.addAttribute("form", command(queries.detail(viewer, code)));
        return show(viewer, code, model);
    }

    @PostMapping("/projects/templates/{code}")
    String edit(
            Viewer viewer,
            @PathVariable String code,
            @Valid @ModelAttribute("form") @Nullable EditTemplate form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var edit = new FormEdit<EditTemplate>(
                "project.project_template",
                queries.id(viewer, code),
                List.of(),
                () -> FormEdit.Filled.of(command(queries.detail(viewer, code))),
                whole -> templates.edit(viewer, code, whole));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("project.template.toast.edited").after(redirect);
            return "redirect:/projects/templates/" + code;
        }
        return show(viewer, code, model);
    }

    /** The command that would change nothing. */
    static EditTemplate command(TemplateDetail detail) {
        var said = detail.words();
        return new EditTemplate(
                said.nameZh(),
                said.nameEn(),
                said.descriptionZh(),
                said.descriptionEn(),
                said.kind(),
                detail.template().version());
    }

    private String show(Viewer viewer, String code, Model model) {
        model.addAttribute("template", queries.require(viewer, code));
        model.addAttribute("kinds", words.options(TemplateKind.values()));
        return "project/template/edit";
    }
}
