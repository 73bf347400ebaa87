package io.throughline.web.project.lifecycle;

import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Begins projects, blank or from a template. */
@Controller
@RequiredArgsConstructor
class ProjectCreationController {

    /** More templates than these are a list to open. */
    private static final int FEW = 8;

    private final Projects projects;
    private final ProjectQueries queries;
    private final ProjectTemplateQueries templates;
    private final CustomerQueries customers;
    private final Words words;
    private final Clock clock;

    @GetMapping("/projects/new")
    String form(Viewer viewer, @RequestParam(defaultValue = "") String template, Model model) {
        var today = LocalDate.now(clock.withZone(viewer.zone()));
        model.addAttribute(
                "form",
                new CreateProject(
                        "",
                        null,
                        null,
                        null,
                        null,
                        viewer.has(Role.PROJECT_MANAGER) ? viewer.id().value() : null,
                        Visibility.INTERNAL,
                        today,
                        null,
                        null,
                        null,
                        template));
        forecast(viewer, template, today, null, model);
        return show(viewer, model);
    }

    /** The form again with the dates its template would have; nothing is saved. */
    @PostMapping(path = "/projects", params = "preview")
    String preview(Viewer viewer, @ModelAttribute("form") CreateProject form, BindingResult errors, Model model) {
        forecast(viewer, form.templateCode(), form.plannedStart(), form.plannedFinish(), model);
        return show(viewer, model);
    }

    @PostMapping("/projects")
    String create(
            Viewer viewer,
            @Valid @ModelAttribute("form") CreateProject form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var project = projects.create(viewer, form);
            Toast.done("project.lifecycle.toast.created", project.name()).after(redirect);
            return "redirect:/projects/" + project.key();
        });
        return next.orElseGet(() -> show(viewer, model));
    }

    private void forecast(
            Viewer viewer,
            @Nullable String template,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            Model model) {
        if (template == null || template.isBlank() || start == null) {
            return;
        }
        try {
            model.addAttribute("forecast", templates.forecast(viewer, template, start, finish));
        } catch (RuleViolation impossible) {
            model.addAttribute("impossible", impossible);
        }
    }

    private String show(Viewer viewer, Model model) {
        var offered = templates.list(viewer, true);
        model.addAttribute("templates", offered);
        model.addAttribute("many", offered.size() > FEW);
        model.addAttribute(
                "choices",
                offered.stream().map(one -> new Option(one.code(), one.name())).toList());
        model.addAttribute(
                "customers",
                customers.choices(viewer).stream()
                        .map(one -> new Option(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute("managers", ProjectPages.options(queries.people(viewer, Role.PROJECT_MANAGER)));
        model.addAttribute("visibilities", words.options(Visibility.values()));
        return "project/lifecycle/new";
    }
}
