package io.throughline.web.project.leveling;

import io.throughline.foundation.job.JobQueries;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leveling.LevelingMode;
import io.throughline.project.leveling.LevelingQueries;
import io.throughline.project.leveling.Levelings;
import io.throughline.project.leveling.RequestLeveling;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has too much to do in a plan; asks for a proposal, follows the search, shows what came of it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule/leveling")
class LevelingController {

    private final Levelings levelings;
    private final LevelingQueries queries;
    private final JobQueries jobQueries;
    private final Jobs jobs;
    private final ProjectPages pages;
    private final Words words;

    @GetMapping
    String show(Viewer viewer, @PathVariable String key, Model model) {
        model.addAttribute(
                "form",
                new RequestLeveling(LevelingMode.AT_ONCE, RequestLeveling.USUAL_SECONDS, null, false, List.of()));
        return page(viewer, key, model);
    }

    @PostMapping
    String start(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("form") RequestLeveling form,
            BindingResult errors,
            Model model) {
        var next = FormErrors.tried(errors, () -> {
            levelings.start(viewer, key, form);
            return "redirect:/projects/" + key + "/schedule/leveling";
        });
        return next.orElseGet(() -> page(viewer, key, model));
    }

    /** The search ends; what it has found by then is the proposal. */
    @PostMapping("/cancellation")
    String cancel(Viewer viewer, @PathVariable String key, RedirectAttributes redirect, Model model) {
        var job = queries.state(viewer, pages.plan(viewer, key, "schedule", model))
                .job();
        if (job == null) {
            throw new NotFound("leveling of project", key);
        }
        jobs.cancel(viewer, job);
        Toast.done("project.leveling.cancelling").after(redirect);
        return "redirect:/projects/" + key + "/schedule/leveling";
    }

    private String page(Viewer viewer, String key, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var state = queries.state(viewer, project);
        // jobs of others are theirs to follow
        var job = state.job() == null
                ? null
                : jobQueries.find(viewer, state.job()).orElse(null);
        boolean may = project.isOpen() && (viewer.has(Role.RESOURCE_COORDINATOR) || project.manages() && leads(viewer));
        model.addAttribute("state", state);
        model.addAttribute("job", job);
        model.addAttribute("running", job != null && !job.state().isFinished());
        model.addAttribute("topic", job == null ? null : Jobs.topic(job.id()));
        model.addAttribute("modes", words.options(LevelingMode.values()));
        model.addAttribute("may", may);
        model.addAttribute("sharing", may ? queries.sharing(viewer, project) : List.of());
        model.addAttribute("picture", state.proposal() == null ? null : LevelingPicture.of(state.proposal()));
        return "project/leveling/leveling";
    }

    private static boolean leads(Viewer viewer) {
        return viewer.has(Role.PROJECT_MANAGER);
    }
}
