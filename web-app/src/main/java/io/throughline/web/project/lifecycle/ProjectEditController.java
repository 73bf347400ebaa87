package io.throughline.web.project.lifecycle;

import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.Money;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.EditProject;
import io.throughline.project.lifecycle.ProjectDetail;
import io.throughline.project.lifecycle.ProjectMoved;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTimeline;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

/** Changes a project's master data. */
@Controller
@RequiredArgsConstructor
class ProjectEditController {

    private static final List<Set<String>> TOGETHER =
            List.of(Set.of("customerId", "internal"), Set.of("plannedStart", "plannedFinish"));

    private final Projects projects;
    private final ProjectQueries queries;
    private final CustomerQueries customers;
    private final ProjectPages pages;
    private final Words words;
    private final WorkCalendarQueries calendars;
    private final FormMerge merge;

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
            @Valid @ModelAttribute("form") @Nullable EditProject form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var now = keyOfNow(viewer, key);
        var edit = new FormEdit<EditProject>(
                "project.project",
                queries.require(viewer, now).id().value(),
                TOGETHER,
                () -> filled(queries.detail(viewer, keyOfNow(viewer, key))),
                whole -> projects.edit(viewer, keyOfNow(viewer, key), whole));
        var saved = merge.save(viewer, new Typed<>(form, errors, sent, model), edit);
        if (saved.isPresent()) {
            Toast.done("project.lifecycle.toast.edited").after(redirect);
            return "redirect:/projects/" + saved.get().key();
        }
        return show(viewer, now, model);
    }

    /** Somebody may have given the project another key while this form was open. */
    private String keyOfNow(Viewer viewer, String key) {
        try {
            return queries.require(viewer, key).key();
        } catch (ProjectMoved moved) {
            return moved.newKey();
        }
    }

    private static FormEdit.Filled<EditProject> filled(ProjectDetail detail) {
        return FormEdit.Filled.of(command(detail))
                .naming("customerId", detail.customerName())
                .naming("managerId", detail.managerName())
                .naming("calendarId", detail.calendarName());
    }

    /** The project's own properties that a change of these fields concerns. */
    static Set<String> touchedBy(Collection<String> fields) {
        var touched = new HashSet<>(fields);
        TOGETHER.stream()
                .filter(group -> fields.stream().anyMatch(group::contains))
                .forEach(touched::addAll);
        if (fields.contains("budget")) {
            touched.addAll(Set.of("budgetAmount", "budgetCurrency"));
        }
        return touched;
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
                amount(detail.budget()),
                access.calendarId());
    }

    private static java.math.@Nullable BigDecimal amount(@Nullable Money budget) {
        return budget == null ? null : budget.amount().stripTrailingZeros();
    }

    private String show(Viewer viewer, String key, Model model) {
        var project = pages.head(viewer, key, "overview", model);
        model.addAttribute(
                "customers",
                customers.choices(viewer).stream()
                        .map(one -> new Option(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute("managers", ProjectPages.options(queries.people(viewer, Role.PROJECT_MANAGER)));
        model.addAttribute("visibilities", words.options(Visibility.values()));
        model.addAttribute(
                "calendars",
                Stream.concat(
                                calendars.of(viewer, ProjectTimeline.subject(project.id())).stream(),
                                calendars.list(viewer).stream())
                        .map(one -> new Option(String.valueOf(one.id().value()), one.nameIn(viewer.locale())))
                        .toList());
        return "project/lifecycle/edit";
    }
}
