package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds lines to the plan, from a form or from the grid. */
@Controller
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/projects/{key}/tasks")
class TaskCreationController {

    private final Tasks tasks;
    private final TaskQueries queries;
    private final ProjectQueries projects;
    private final ProjectPages pages;
    private final Words words;

    @GetMapping("/new")
    String form(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer parent,
            Model model) {
        model.addAttribute("form", NewTask.below(parent));
        return show(viewer, key, model);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    String add(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("form") NewTask form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            int number = tasks.add(viewer, key, form.command());
            Toast.done("project.schedule.toast.added", key + "-" + number)
                    .undo("/projects/" + key + "/tasks/" + number + "/removal")
                    .after(redirect);
            return "redirect:/projects/" + key + "/schedule#t" + number;
        });
        return next.orElseGet(() -> show(viewer, key, model));
    }

    /** From the grid: the number of the new line. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Added> addFromGrid(Viewer viewer, @PathVariable String key, @Valid AddTask form) {
        return ResponseEntity.ok(new Added(tasks.add(viewer, key, form)));
    }

    private String show(Viewer viewer, String key, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        model.addAttribute("kinds", words.options(TaskKind.values()));
        model.addAttribute("team", ProjectPages.options(projects.team(viewer, project)));
        model.addAttribute(
                "parents",
                queries.choices(viewer, project)
                        .map(rows -> TaskChoices.of(rows, row -> !row.milestone()))
                        .orElse(null));
        return "project/schedule/new";
    }

    record Added(int number) {}
}
