package io.throughline.web.project.lifecycle;

import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.Money;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.EditProject;
import io.throughline.project.lifecycle.ProjectDetail;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes a project's master data. */
@Controller
@RequiredArgsConstructor
class ProjectEditController {

    private final Projects projects;
    private final ProjectQueries queries;
    private final CustomerQueries customers;
    private final ProjectPages pages;
    private final Words words;

    @GetMapping("/projects/{key}/edit")
    String form(Viewer viewer, @PathVariable String key, Model model) {
        queries.require(viewer, key).toManage();
        model.addAttribute("form", command(queries.detail(viewer, key)));
        return show(viewer, key, model);
    }

    @PostMapping("/projects/{key}")
    String edit(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("form") EditProject form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            projects.edit(viewer, key, form);
            Toast.done("project.lifecycle.toast.edited").after(redirect);
            return "redirect:/projects/" + form.key();
        });
        return next.orElseGet(() -> show(viewer, key, model));
    }

    /** The command that would change nothing. */
    static EditProject command(ProjectDetail detail) {
        var access = detail.access();
        return new EditProject(
                access.version(),
                access.name(),
                access.key(),
                detail.goal(),
                access.customerId(),
                detail.internal(),
                access.managerId(),
                detail.visibility(),
                detail.plannedStart(),
                detail.plannedFinish(),
                detail.committedDate(),
                detail.finalAcceptanceDate(),
                amount(detail.budget()));
    }

    private static java.math.@Nullable BigDecimal amount(@Nullable Money budget) {
        return budget == null ? null : budget.amount().stripTrailingZeros();
    }

    private String show(Viewer viewer, String key, Model model) {
        pages.head(viewer, key, "overview", model);
        model.addAttribute(
                "customers",
                customers.options(viewer).stream()
                        .map(one -> new Option(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute("managers", ProjectPages.options(queries.people(viewer, Role.PROJECT_MANAGER)));
        model.addAttribute("visibilities", words.options(Visibility.values()));
        return "project/lifecycle/edit";
    }
}
