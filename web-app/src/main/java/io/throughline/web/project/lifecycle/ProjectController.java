package io.throughline.web.project.lifecycle;

import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.Health;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.SetHealth;
import io.throughline.project.schedule.MilestoneQueries;
import io.throughline.project.schedule.MilestoneRow;
import io.throughline.project.schedule.PlanSummaries;
import io.throughline.project.scope.DeliverableQueries;
import io.throughline.web.activity.ActivityPanels;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The overview: where the project stands, whether it is well, what comes next. */
@Controller
@RequiredArgsConstructor
class ProjectController {

    private static final int NEXT = 3;

    private final ProjectQueries projects;
    private final CustomerQueries customers;
    private final GateQueries gates;
    private final MilestoneQueries milestones;
    private final DeliverableQueries deliverables;
    private final PlanSummaries plans;
    private final ProjectPages pages;
    private final ActivityPanels activity;
    private final Steps steps;
    private final Words words;
    private final Clock clock;

    @GetMapping("/projects/{key}")
    String show(Viewer viewer, @PathVariable String key, Model model) {
        var detail = projects.detail(viewer, key);
        var project = pages.fill(detail.access(), "overview", model);
        model.addAttribute("detail", detail);
        model.addAttribute("opensCustomer", opensCustomer(viewer, project));
        model.addAttribute("steps", steps.of(viewer, project, gates.reviews(viewer, project)));
        model.addAttribute("next", next(milestones.list(viewer, project)));
        model.addAttribute("today", LocalDate.now(clock.withZone(project.zone())));
        model.addAttribute("healths", words.options(Health.values()));
        model.addAttribute("health", new SetHealth(detail.health(), detail.healthReason()));
        if (project.plan()) {
            model.addAttribute("plan", plans.of(viewer, project));
            model.addAttribute("deliverables", deliverables.list(viewer, project));
            model.addAttribute(
                    "activity",
                    activity.of(viewer, SeenSubject.of("PROJECT", project.id().value())));
        }
        return "project/lifecycle/overview";
    }

    /** Whoever leads the project sees its customer; others are asked for. */
    private boolean opensCustomer(Viewer viewer, ProjectAccess project) {
        var customer = project.customerId();
        return customer != null && (project.manages() || customers.sees(viewer, new CustomerId(customer)));
    }

    private static List<MilestoneRow> next(List<MilestoneRow> all) {
        return all.stream().filter(row -> !row.isReached()).limit(NEXT).toList();
    }
}
