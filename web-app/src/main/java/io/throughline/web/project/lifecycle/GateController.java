package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DecideGate;
import io.throughline.project.lifecycle.GateDecision;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.Gates;
import io.throughline.project.lifecycle.Phase;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
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

/** A gate: its criteria as they stand, and the review that decides on it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/gates/{phase}")
class GateController {

    private final Gates gates;
    private final GateQueries queries;
    private final ProjectPages pages;
    private final Steps steps;
    private final Words words;

    @GetMapping
    String show(Viewer viewer, @PathVariable String key, @PathVariable Phase phase, Model model) {
        model.addAttribute("form", new DecideGate(GateDecision.GO, null));
        return fill(viewer, key, phase, model);
    }

    @PostMapping("/decision")
    String decide(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @Valid @ModelAttribute("form") DecideGate form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            gates.decide(viewer, key, phase, form);
            Toast.done("project.gate.toast." + form.decision()).after(redirect);
            return "redirect:/projects/" + key;
        });
        return next.orElseGet(() -> fill(viewer, key, phase, model));
    }

    private String fill(Viewer viewer, String key, Phase phase, Model model) {
        var project = pages.head(viewer, key, "overview", model);
        var gate = phase.gate();
        var reviews = queries.reviews(viewer, project);
        model.addAttribute("sheet", queries.sheet(viewer, project, gate));
        model.addAttribute("steps", steps.of(viewer, project, reviews));
        model.addAttribute(
                "reviews",
                reviews.stream().filter(review -> review.phase() == gate).toList());
        model.addAttribute("current", project.isOpen() && project.phase() == gate);
        model.addAttribute("approves", viewer.has(Role.MANAGER));
        model.addAttribute(
                "decisions",
                words.options(Arrays.stream(GateDecision.values())
                        .filter(decision -> decision != GateDecision.STOP || viewer.has(Role.MANAGER))
                        .toList()));
        return "project/lifecycle/gate";
    }
}
