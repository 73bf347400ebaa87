package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ChangePlanSettings;
import io.throughline.project.schedule.PlanSettingsDesk;
import io.throughline.project.schedule.UnfinishedTasks;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Toast;
import java.time.LocalDate;
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

/** The status date of the chart, and the work that should have been done by it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule")
class UnfinishedWorkController {

    private static final int SHOWN = 100;

    private final UnfinishedTasks unfinished;
    private final UnfinishedPreviews previews;
    private final PlanSettingsDesk settings;
    private final PlanToasts toasts;
    private final ProjectPages pages;

    /** @param day empty for none */
    @PostMapping("/status-date")
    String report(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable LocalDate day,
            RedirectAttributes redirect) {
        settings.change(
                viewer, key, ChangePlanSettings.of(settings.of(viewer, key)).reportedUpTo(day));
        Toast.done(day == null ? "project.schedule.toast.noStatusDate" : "project.schedule.toast.statusDate")
                .after(redirect);
        return "redirect:/projects/" + key + "/schedule/gantt";
    }

    @GetMapping("/unfinished-work")
    String look(Viewer viewer, @PathVariable String key, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        project.toManage();
        model.addAttribute("now", settings.of(viewer, key));
        try {
            var shown = previews.of(viewer, key);
            model.addAttribute("work", shown);
            model.addAttribute("preview", shown.preview());
            model.addAttribute(
                    "moves", shown.preview().moves().stream().limit(SHOWN).toList());
        } catch (RuleViolation impossible) {
            model.addAttribute("reason", impossible);
        }
        return "project/schedule/unfinished";
    }

    @PostMapping("/unfinished-work")
    String move(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        var moved = unfinished.move(viewer, key);
        int tasks = moved.resumed().size() + moved.postponed().size();
        toasts.of(key, moved.change(), "project.schedule.toast.unfinishedMoved", tasks)
                .after(redirect);
        return "redirect:/projects/" + key + "/schedule/gantt";
    }
}
