package io.throughline.web.project.template;

import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.project.template.ProjectTemplates;
import io.throughline.project.template.SaveTemplate;
import io.throughline.project.template.TemplateKind;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves a project as a template, or makes its plan that of one there is. */
@Controller
@RequiredArgsConstructor
class TemplateSavingController {

    private final ProjectTemplates templates;
    private final ProjectTemplateQueries queries;
    private final ProjectQueries projects;
    private final Words words;

    @GetMapping("/projects/templates/new")
    String form(Viewer viewer, @RequestParam String project, Model model) {
        var access = projects.requirePlan(viewer, project);
        if (!access.manages()) {
            throw new NotAllowed("lead project " + access.key());
        }
        boolean chinese = Locale.CHINESE.getLanguage().equals(viewer.locale().getLanguage());
        var name = access.name().length() <= 120 ? access.name() : access.name().substring(0, 120);
        model.addAttribute(
                "form",
                new SaveTemplate(
                        access.key(),
                        "",
                        chinese ? name : null,
                        chinese ? null : name,
                        null,
                        null,
                        TemplateKind.OTHER,
                        TemplateStaffing.PLACES,
                        true));
        return show(viewer, access, model);
    }

    @PostMapping("/projects/templates")
    String save(
            Viewer viewer,
            @Valid @ModelAttribute("form") SaveTemplate form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var code = templates.save(viewer, form);
            Toast.done("project.template.toast.saved").after(redirect);
            return "redirect:/projects/templates/" + code;
        });
        return next.orElseGet(() -> show(viewer, projects.requirePlan(viewer, form.project()), model));
    }

    private String show(Viewer viewer, ProjectAccess project, Model model) {
        model.addAttribute("project", project);
        model.addAttribute(
                "own",
                queries.replaceable(viewer).stream()
                        .map(row -> new Option(row.code(), row.name()))
                        .toList());
        model.addAttribute("kinds", words.options(TemplateKind.values()));
        model.addAttribute("staffings", words.options(TemplateStaffing.values()));
        return "project/template/new";
    }
}
