package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ChangePlanSettings;
import io.throughline.project.schedule.FileDates;
import io.throughline.project.schedule.PlanPreviews;
import io.throughline.project.schedule.PlanSettingsDesk;
import io.throughline.project.schedule.network.PlanFrame.Alap;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
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

/** How the plan is computed: looked at, tried, changed. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule/settings")
class PlanSettingsController {

    private static final String PAGE = "project/schedule/settings";
    private static final int SHOWN = 100;

    private final PlanSettingsDesk settings;
    private final PlanPreviews previews;
    private final FileDates dates;
    private final PlanToasts toasts;
    private final ProjectPages pages;
    private final Words words;

    @GetMapping
    String form(Viewer viewer, @PathVariable String key, Model model) {
        model.addAttribute("form", ChangePlanSettings.of(settings.of(viewer, key)));
        return show(viewer, key, model);
    }

    /** @param look whether only what it would move is to be shown */
    @PostMapping
    String change(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean look,
            @Valid @ModelAttribute("form") ChangePlanSettings form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                if (look) {
                    var preview = previews.of(viewer, key, () -> settings.change(viewer, key, form));
                    model.addAttribute("preview", preview);
                    model.addAttribute(
                            "moves", preview.moves().stream().limit(SHOWN).toList());
                } else {
                    var change = settings.change(viewer, key, form);
                    toasts.of(key, change, "project.schedule.settings.saved").after(redirect);
                    return "redirect:/projects/" + key + "/schedule";
                }
            } catch (RuleViolation violation) {
                FormErrors.into(errors, violation);
            } catch (StaleVersion stale) {
                errors.reject("project.schedule.settings.stale");
            }
        }
        return show(viewer, key, model);
    }

    private String show(Viewer viewer, String key, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        model.addAttribute("may", project.manages() && project.isOpen());
        model.addAttribute("now", settings.of(viewer, key));
        model.addAttribute("dateCount", dates.count(viewer, key));
        model.addAttribute("directions", words.options(Direction.values()));
        model.addAttribute("readings", words.options(Alap.values()));
        return PAGE;
    }
}
