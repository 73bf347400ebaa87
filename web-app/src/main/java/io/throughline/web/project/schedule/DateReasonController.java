package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.DateReasons;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why a task lies where it lies: the chain of what drives it. */
@Controller
@RequiredArgsConstructor
@InDrafts
class DateReasonController {

    private final DateReasons reasons;
    private final TaskQueries queries;
    private final ProjectPages pages;

    @GetMapping("/projects/{key}/tasks/{number}/why")
    String show(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        var task = queries.require(viewer, key, number);
        pages.fill(task.project(), "schedule", model);
        model.addAttribute("task", task);
        model.addAttribute("steps", reasons.of(viewer, key, number));
        return "project/schedule/why";
    }
}
