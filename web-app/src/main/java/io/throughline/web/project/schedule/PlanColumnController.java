package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.PlanColumn;
import io.throughline.project.schedule.PlanColumns;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Toast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which columns a person sees in plans, and in which order. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule/columns")
class PlanColumnController {

    private final PlanColumns columns;
    private final ProjectPages pages;
    private final ProjectQueries projects;

    @GetMapping
    String form(Viewer viewer, @PathVariable String key, Model model) {
        return show(viewer, key, columns.of(viewer), model);
    }

    /**
     * @param order all columns as they stand in the form
     * @param shown those that are ticked
     * @param move {@code code:up} or {@code code:down}: that one changes places, and the form is shown again
     */
    @PostMapping
    String choose(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(defaultValue = "") List<String> shown,
            @RequestParam(required = false) @Nullable String move,
            Model model,
            RedirectAttributes redirect) {
        projects.requirePlan(viewer, key);
        var arranged = new ArrayList<>(order);
        if (move != null) {
            swap(arranged, shown, move);
        }
        var chosen = arranged.stream()
                .filter(shown::contains)
                .flatMap(code -> PlanColumn.of(code).stream())
                .toList();
        columns.choose(viewer, chosen);
        if (move != null) {
            return "redirect:/projects/" + key + "/schedule/columns#" + move.split(":", 2)[0];
        }
        Toast.done("project.schedule.columns.saved").after(redirect);
        return "redirect:/projects/" + key + "/schedule";
    }

    @PostMapping("/reset")
    String reset(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        projects.requirePlan(viewer, key);
        columns.reset(viewer);
        Toast.done("project.schedule.columns.saved").after(redirect);
        return "redirect:/projects/" + key + "/schedule";
    }

    /** With the next one before or behind that is ticked. */
    private static void swap(List<String> order, List<String> shown, String move) {
        var parts = move.split(":", 2);
        int at = order.indexOf(parts[0]);
        int step = parts[parts.length - 1].equals("up") ? -1 : 1;
        int to = at + step;
        while (at >= 0 && to >= 0 && to < order.size() && !shown.contains(order.get(to))) {
            to += step;
        }
        if (at >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
        }
    }

    private String show(Viewer viewer, String key, List<PlanColumn> chosen, Model model) {
        pages.plan(viewer, key, "schedule", model);
        model.addAttribute("always", PlanColumn.ALWAYS);
        model.addAttribute(
                "chosen",
                chosen.stream().filter(one -> !PlanColumn.ALWAYS.contains(one)).toList());
        model.addAttribute(
                "others",
                Arrays.stream(PlanColumn.values())
                        .filter(one -> !chosen.contains(one) && !PlanColumn.ALWAYS.contains(one))
                        .toList());
        return "project/schedule/columns";
    }
}
