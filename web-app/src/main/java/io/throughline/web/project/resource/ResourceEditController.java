package io.throughline.web.project.resource;

import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.Leave;
import io.throughline.project.resource.ResourceDetail;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.ResourceQueries;
import io.throughline.project.resource.Resources;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms that make and change a resource, and its days off. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/resources")
class ResourceEditController {

    private final Resources resources;
    private final ResourceQueries queries;
    private final WorkCalendarQueries calendars;
    private final Words words;
    private final FormMerge merge;

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("form", ResourceForm.empty());
        return form(viewer, null, model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") ResourceForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var id = resources.add(viewer, form.command(null));
            Toast.done("project.resource.toast.added", form.name()).after(redirect);
            return "redirect:/resources/" + id.value();
        });
        return next.orElseGet(() -> form(viewer, null, model));
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        var resource = queries.require(viewer, new ResourceId(id));
        model.addAttribute("form", ResourceForm.of(resource));
        return form(viewer, resource, model);
    }

    @PostMapping("/{id}")
    String save(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") @Nullable ResourceForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var resource = new ResourceId(id);
        var edit = new FormEdit<ResourceForm>(
                "project.resource",
                id,
                List.of(),
                () -> filled(viewer, queries.require(viewer, resource)),
                whole -> resources.change(viewer, resource, whole.command(queries.require(viewer, resource))));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("project.resource.toast.saved").after(redirect);
            return "redirect:/resources/" + id;
        }
        return form(viewer, queries.require(viewer, resource), model);
    }

    private FormEdit.Filled<ResourceForm> filled(Viewer viewer, ResourceDetail resource) {
        var calendar = calendars.list(viewer).stream()
                .filter(one -> Objects.equals(one.id().value(), resource.calendarId()))
                .map(one -> one.nameIn(viewer.locale()))
                .findFirst();
        return FormEdit.Filled.of(ResourceForm.of(resource))
                .naming("userId", resource.userId() == null ? null : resource.name())
                .naming("calendarId", calendar.orElse(null));
    }

    @PostMapping("/{id}/leave")
    String leave(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam LocalDate firstDay,
            @RequestParam(required = false) @Nullable LocalDate lastDay,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        resources.takeLeave(viewer, new ResourceId(id), new Leave(firstDay, lastDay == null ? firstDay : lastDay, why));
        Toast.done("project.resource.toast.leave").after(redirect);
        return "redirect:/resources/" + id;
    }

    @PostMapping("/{id}/leave/{day}/removal")
    String back(Viewer viewer, @PathVariable long id, @PathVariable LocalDate day, RedirectAttributes redirect) {
        resources.cancelLeave(viewer, new ResourceId(id), day);
        Toast.done("project.resource.toast.back").after(redirect);
        return "redirect:/resources/" + id;
    }

    /** Goes where nothing counts on it, else is offered no more. */
    @PostMapping("/{id}/removal")
    String remove(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        resources.remove(viewer, new ResourceId(id), null);
        Toast.done("project.resource.toast.removed").after(redirect);
        return "redirect:/resources";
    }

    @PostMapping("/{id}/removal/removal")
    String reopen(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        resources.reopen(viewer, new ResourceId(id));
        Toast.done("project.resource.toast.reopened").after(redirect);
        return "redirect:/resources/" + id;
    }

    private String form(Viewer viewer, @Nullable ResourceDetail resource, Model model) {
        model.addAttribute("resource", resource);
        model.addAttribute("kinds", words.options(ResourceKind.values()));
        model.addAttribute("people", people(viewer, resource));
        model.addAttribute(
                "calendars",
                calendars.list(viewer).stream()
                        .map(one -> new Option(String.valueOf(one.id().value()), one.nameIn(viewer.locale())))
                        .toList());
        return "project/resource/form";
    }

    private List<Option> people(Viewer viewer, @Nullable ResourceDetail resource) {
        var options = new ArrayList<Option>();
        if (resource != null && resource.userId() != null) {
            options.add(new Option(String.valueOf(resource.userId()), resource.name()));
        }
        queries.people(viewer)
                .forEach(one ->
                        options.add(new Option(String.valueOf(one.id()), one.name() + " (" + one.login() + ")")));
        return options;
    }
}
