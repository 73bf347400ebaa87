package io.throughline.web.project.simulation;

import io.throughline.foundation.job.JobQueries;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.simulation.Distribution;
import io.throughline.project.simulation.RunSimulation;
import io.throughline.project.simulation.SimulationQueries;
import io.throughline.project.simulation.Simulations;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How sure the finish of a plan is: asks for a simulation, follows it, shows what came of the last. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule/simulation")
class SimulationController {

    private static final String PAGE = "project/simulation/simulation";

    private final Simulations simulations;
    private final SimulationQueries queries;
    private final JobQueries jobQueries;
    private final Jobs jobs;
    private final ProjectPages pages;
    private final Words words;

    @GetMapping
    String show(Viewer viewer, @PathVariable String key, Model model) {
        model.addAttribute("form", new RunSimulation(RunSimulation.USUAL_TRIALS, null, Distribution.BETA_PERT));
        return page(viewer, key, model);
    }

    @PostMapping
    String run(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("form") RunSimulation form,
            BindingResult errors,
            Model model) {
        var next = FormErrors.tried(errors, () -> {
            simulations.start(viewer, key, form);
            return "redirect:/projects/" + key + "/schedule/simulation";
        });
        return next.orElseGet(() -> page(viewer, key, model));
    }

    @PostMapping("/cancellation")
    String cancel(Viewer viewer, @PathVariable String key, RedirectAttributes redirect, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var job = queries.last(viewer, project).job();
        if (job == null) {
            throw new NotFound("simulation of project", key);
        }
        jobs.cancel(viewer, job);
        Toast.done("project.simulation.cancelling").after(redirect);
        return "redirect:/projects/" + key + "/schedule/simulation";
    }

    private String page(Viewer viewer, String key, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var last = queries.last(viewer, project);
        // jobs of others are theirs to follow
        var job =
                last.job() == null ? null : jobQueries.find(viewer, last.job()).orElse(null);
        model.addAttribute("last", last);
        model.addAttribute("job", job);
        model.addAttribute("running", job != null && !job.state().isFinished());
        model.addAttribute("topic", job == null ? null : Jobs.topic(job.id()));
        model.addAttribute("distributions", words.options(Distribution.values()));
        model.addAttribute("may", viewer.hasAny(Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR));
        model.addAttribute("picture", last.result() == null ? null : SimulationPicture.of(last.result()));
        return PAGE;
    }
}
