package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DecideGate;
import io.throughline.project.lifecycle.GateDecision;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.WaiveCriterion;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Words;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A gate's page, for each of its forms: whichever was not right is shown as it came, the others empty. */
@Component
@RequiredArgsConstructor
class GatePage {

    private final GateQueries queries;
    private final ProjectPages pages;
    private final Steps steps;
    private final Words words;

    /** A criterion the project adds. */
    record OwnCriterion(@Nullable String name) {}

    String fill(Viewer viewer, String key, Phase phase, Model model) {
        var project = pages.head(viewer, key, "overview", model);
        var gate = phase.gate();
        var reviews = queries.reviews(viewer, project);
        put(model, "form", new DecideGate(GateDecision.GO, null));
        put(model, "waiver", new WaiveCriterion("", ""));
        put(model, "own", new OwnCriterion(""));
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

    private static void put(Model model, String name, Object blank) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, blank);
        }
    }
}
