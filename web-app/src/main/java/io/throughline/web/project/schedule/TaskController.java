package io.throughline.web.project.schedule;

import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.OpenDraft;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.ScheduleMode;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.project.timesheet.BookedTime;
import io.throughline.web.activity.ActivityPanels;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.project.resource.CrewPanels;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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

/** One task with its dates, links, progress and conversation, and the form that changes it. */
@Controller
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/projects/{key}/tasks/{number}")
class TaskController {

    private final Tasks tasks;
    private final TaskQueries queries;
    private final ProjectQueries projects;
    private final ActivityPanels activity;
    private final ProjectPages pages;
    private final Words words;
    private final FormMerge merge;
    private final PlanToasts toasts;
    private final CrewPanels crews;
    private final BookedTime booked;

    @GetMapping
    String show(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        var task = queries.require(viewer, key, number);
        var project = pages.fill(task.project(), "schedule", model);
        model.addAttribute("task", task);
        model.addAttribute("description", task.description() == null ? "" : Markdown.html(task.description()));
        model.addAttribute("may", project.manages() && project.isOpen());
        boolean live = OpenDraft.current().isEmpty();
        model.addAttribute("work", live && project.contributes() && project.isOpen());
        model.addAttribute("types", words.options(DependencyType.values()));
        model.addAttribute("activity", live ? activity.of(viewer, SeenSubject.of("TASK", task.id())) : null);
        if (!task.summary() && !task.isMilestone()) {
            model.addAttribute("crew", crews.of(viewer, project, number));
            model.addAttribute("times", booked.ofTask(viewer, project, number));
        }
        if (project.manages()) {
            model.addAttribute(
                    "others",
                    queries.choices(viewer, project)
                            .map(rows -> TaskChoices.of(rows, row -> row.number() != number))
                            .orElse(null));
        }
        return "project/schedule/task";
    }

    @GetMapping("/edit")
    String form(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        var task = queries.require(viewer, key, number);
        task.project().toManage();
        model.addAttribute("form", TaskForm.of(task));
        return edit(viewer, task, model);
    }

    @PostMapping
    String save(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @ModelAttribute("form") @Nullable TaskForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var change = new AtomicReference<PlanChange>();
        var edit = new FormEdit<TaskForm>(
                "project.task",
                queries.require(viewer, key, number).id(),
                TaskEdits.TOGETHER,
                () -> filled(queries.require(viewer, key, number)),
                whole -> change.set(save(viewer, key, number, whole)));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            toasts.of(key, Objects.requireNonNull(change.get()), "project.schedule.toast.saved")
                    .after(redirect);
            return "redirect:/projects/" + key + "/tasks/" + number;
        }
        return edit(viewer, queries.require(viewer, key, number), model);
    }

    /** A task whose duration is typed to be nothing is a milestone, as in the grid. */
    private PlanChange save(Viewer viewer, String key, int number, TaskForm form) {
        var task = queries.require(viewer, key, number);
        var edit = form.command(task);
        boolean lasts = !Objects.equals(edit.durationMinutes(), task.durationMinutes());
        return tasks.edit(viewer, key, number, edit, lasts ? TaskEdits.kind(edit) : null);
    }

    private static FormEdit.Filled<TaskForm> filled(TaskDetail task) {
        return FormEdit.Filled.of(TaskForm.of(task)).naming("assigneeId", task.assigneeName());
    }

    private String edit(Viewer viewer, TaskDetail task, Model model) {
        var project = pages.fill(task.project(), "schedule", model);
        model.addAttribute("task", task);
        model.addAttribute("team", ProjectPages.options(projects.team(viewer, project)));
        model.addAttribute("constraints", words.options(ConstraintType.values()));
        model.addAttribute("modes", words.options(ScheduleMode.values()));
        model.addAttribute(
                "calendars",
                queries.calendars(viewer, project).stream()
                        .map(one -> new Option(String.valueOf(one.id().value()), one.nameIn(viewer.locale())))
                        .toList());
        return "project/schedule/edit";
    }
}
