package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.BaselineQueries;
import io.throughline.project.schedule.BaselineRow;
import io.throughline.project.schedule.Baselines;
import io.throughline.project.schedule.TaskVariance;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** Baselines: set with approval, listed, and held against the plan or each other. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/baselines")
class BaselineController {

    private static final int SHOWN = 200;

    private final Baselines baselines;
    private final BaselineQueries queries;
    private final ProjectPages pages;

    @GetMapping
    String list(Viewer viewer, @PathVariable String key, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var list = queries.list(viewer, project);
        boolean leads = project.manages() && project.isOpen();
        model.addAttribute("baselines", list);
        model.addAttribute("may", leads && list.stream().noneMatch(BaselineRow::isWaiting));
        model.addAttribute("decides", leads && viewer.has(Role.MANAGER));
        if (!model.containsAttribute("proposal")) {
            model.addAttribute("proposal", new Proposal(null));
        }
        if (!model.containsAttribute("refusal")) {
            model.addAttribute("refusal", new Refusal(null));
        }
        return "project/schedule/baselines";
    }

    /**
     * @param with another baseline; without, the plan as it stands
     * @param from index of the first line, for plans too long for one page
     */
    @GetMapping("/{word}")
    String compare(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String with,
            @RequestParam(required = false) @Nullable TaskVariance change,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var all = queries.list(viewer, project);
        var comparison = queries.compare(viewer, project, all, word, with == null || with.isBlank() ? null : with);
        var rows = comparison.of(change);
        int first = Math.max(0, Math.min(from, rows.size()));
        int end = Math.min(first + SHOWN, rows.size());
        model.addAttribute("comparison", comparison);
        model.addAttribute("baselines", all);
        model.addAttribute("rows", rows.subList(first, end));
        model.addAttribute("total", rows.size());
        model.addAttribute("change", change);
        model.addAttribute("kinds", TaskVariance.values());
        model.addAttribute("earlier", first > 0 ? Integer.valueOf(Math.max(0, first - SHOWN)) : null);
        model.addAttribute("later", end < rows.size() ? Integer.valueOf(end) : null);
        return "project/schedule/baseline";
    }

    @PostMapping
    String propose(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("proposal") Proposal form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var number = baselines.propose(viewer, key, form.note());
            number.map(BaselineController::isSet)
                    .orElseGet(() -> Toast.done("project.schedule.toast.baselineProposed"))
                    .after(redirect);
            return back(key);
        });
        return next.orElseGet(() -> list(viewer, key, model));
    }

    @PostMapping("/proposal/approval")
    String approve(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        isSet(baselines.approve(viewer, key)).after(redirect);
        return back(key);
    }

    @PostMapping("/proposal/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("refusal") Refusal form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            baselines.refuse(viewer, key, form.reason());
            Toast.done("project.schedule.toast.baselineRefused").after(redirect);
            return back(key);
        });
        return next.orElseGet(() -> list(viewer, key, model));
    }

    record Proposal(@Nullable @Size(max = 500) String note) {}

    record Refusal(@Nullable @Size(max = 500) String reason) {}

    private static Toast isSet(int number) {
        return Toast.done("project.schedule.toast.baseline", "R" + number);
    }

    private static String back(String key) {
        return "redirect:/projects/" + key + "/baselines";
    }
}
