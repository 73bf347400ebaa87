package io.throughline.web.project.scope;

import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.scope.DeliverableQueries;
import io.throughline.project.scope.DeliverableRow;
import io.throughline.project.scope.Deliverables;
import io.throughline.project.scope.SaveDeliverable;
import io.throughline.web.activity.ActivityPanels;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
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

/** Deliverables: what they are, under which conditions the customer accepts them, and the form for both. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/deliverables")
class DeliverableController implements AddressRules {

    private final Deliverables deliverables;
    private final DeliverableQueries queries;
    private final AttachmentQueries attachments;
    private final ProjectQueries projects;
    private final ActivityPanels activity;
    private final ProjectPages pages;
    private final FormMerge merge;

    @Override
    public void declare(AddressBook book) {
        book.staff("/projects/{key}/deliverables", "/projects/{key}/deliverables/{number}");
        book.staff("/api/v1/projects/{key}/deliverables", "/api/v1/projects/{key}/deliverables/{number}");
        for (var pattern : new String[] {
            "/projects/{key}/deliverables/new",
            "/projects/{key}/deliverables/{number}/edit",
            "/projects/{key}/deliverables/{number}/removal",
            "/projects/{key}/deliverables/{number}/submission",
            "/projects/{key}/deliverables/{number}/submission/removal"
        }) {
            book.roles(pattern, Role.PROJECT_MANAGER, Role.MANAGER);
        }
        for (var pattern : new String[] {
            "/projects/{key}/deliverables",
            "/projects/{key}/deliverables/{number}",
            "/api/v1/projects/{key}/deliverables"
        }) {
            book.roles(HttpMethod.POST, pattern, Role.PROJECT_MANAGER, Role.MANAGER);
        }
    }

    @GetMapping
    String list(Viewer viewer, @PathVariable String key, Model model) {
        var project = pages.plan(viewer, key, "deliverables", model);
        model.addAttribute("deliverables", queries.list(viewer, project));
        model.addAttribute("may", project.manages() && project.isOpen());
        return "project/scope/list";
    }

    @GetMapping("/{number}")
    String show(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        var project = pages.plan(viewer, key, "deliverables", model);
        var row = queries.require(viewer, project, number);
        var seen = SeenSubject.of("DELIVERABLE", row.id());
        model.addAttribute("deliverable", row);
        model.addAttribute("activity", activity.of(viewer, seen));
        model.addAttribute("description", html(row.description()));
        model.addAttribute("criteria", html(row.criteria()));
        model.addAttribute("files", attachments.list(viewer, seen));
        model.addAttribute("may", project.manages() && project.isOpen());
        return "project/scope/detail";
    }

    @GetMapping("/new")
    String create(Viewer viewer, @PathVariable String key, Model model) {
        model.addAttribute("form", new SaveDeliverable(null, "", null, null, null, null));
        return form(viewer, key, null, model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("form") SaveDeliverable form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            int number = deliverables.add(viewer, key, form);
            Toast.done("project.scope.toast.added").after(redirect);
            return "redirect:/projects/" + key + "/deliverables/" + number;
        });
        return next.orElseGet(() -> form(viewer, key, null, model));
    }

    @GetMapping("/{number}/edit")
    String edit(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        var row = queries.require(viewer, key, number);
        model.addAttribute("form", command(row));
        return form(viewer, key, row, model);
    }

    @PostMapping("/{number}")
    String save(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @ModelAttribute("form") @Nullable SaveDeliverable form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var row = queries.require(viewer, key, number);
        var edit = new FormEdit<SaveDeliverable>(
                "project.deliverable",
                row.id(),
                List.of(),
                () -> filled(queries.require(viewer, key, number)),
                whole -> deliverables.edit(viewer, key, number, whole));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("project.scope.toast.saved").after(redirect);
            return "redirect:/projects/" + key + "/deliverables/" + number;
        }
        return form(viewer, key, row, model);
    }

    private String form(Viewer viewer, String key, @Nullable DeliverableRow row, Model model) {
        var project = pages.plan(viewer, key, "deliverables", model);
        model.addAttribute("deliverable", row);
        model.addAttribute("team", ProjectPages.options(projects.team(viewer, project)));
        return "project/scope/form";
    }

    private static FormEdit.Filled<SaveDeliverable> filled(DeliverableRow row) {
        return FormEdit.Filled.of(command(row)).naming("ownerId", row.ownerName());
    }

    static SaveDeliverable command(DeliverableRow row) {
        return new SaveDeliverable(
                row.version(), row.name(), row.description(), row.criteria(), row.ownerId(), row.dueOn());
    }

    private static String html(@Nullable String markdown) {
        return markdown == null ? "" : Markdown.html(markdown);
    }
}
