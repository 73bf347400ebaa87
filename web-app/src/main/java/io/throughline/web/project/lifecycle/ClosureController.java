package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.MilestoneQueries;
import io.throughline.project.schedule.PlanSummaries;
import io.throughline.project.scope.DeliverableQueries;
import io.throughline.web.project.ProjectPages;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is still to do before the project can be closed, and how it went against its plan; all from live records. */
@Controller
@RequiredArgsConstructor
class ClosureController {

    private final ProjectQueries projects;
    private final GateQueries gates;
    private final MilestoneQueries milestones;
    private final DeliverableQueries deliverables;
    private final PlanSummaries plans;
    private final ProjectPages pages;

    @GetMapping("/projects/{key}/closure")
    String show(Viewer viewer, @PathVariable String key, Model model) {
        var project = pages.plan(viewer, key, "closure", model);
        model.addAttribute("detail", projects.detail(viewer, key));
        model.addAttribute("sheet", gates.sheet(viewer, project, Phase.CLOSURE));
        model.addAttribute("plan", plans.of(viewer, project));
        model.addAttribute("milestones", milestones.list(viewer, project));
        model.addAttribute("deliverables", deliverables.list(viewer, project));
        model.addAttribute("current", project.isOpen() && project.phase() == Phase.CLOSURE);
        return "project/lifecycle/closure";
    }
}
