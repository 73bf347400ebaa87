package io.throughline.web.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.AssignmentQueries;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.Candidates;
import io.throughline.project.resource.ChangeAssignment;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.network.Effort;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Toast;
import java.math.BigDecimal;
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

/** Puts people on a task and takes them off; percent and hours on the page, units and minutes behind it. */
@Controller
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/projects/{key}/tasks/{number}/assignments")
class AssignmentController {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final Assignments assignments;
    private final AssignmentQueries queries;
    private final Candidates candidates;
    private final CrewPanels crews;
    private final ProjectPages pages;

    @GetMapping("/new")
    String form(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        model.addAttribute("number", number);
        model.addAttribute("offered", crews.offered(viewer, project, number));
        return "project/resource/assign";
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam long resource,
            @RequestParam(required = false) @Nullable BigDecimal percent,
            RedirectAttributes redirect) {
        var units = percent == null ? null : percent.movePointLeft(2);
        return done(key, number, assignments.add(viewer, key, number, new Assign(resource, units, null)), redirect);
    }

    @PostMapping("/{resource}")
    String change(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long resource,
            @RequestParam BigDecimal percent,
            @RequestParam BigDecimal hours,
            RedirectAttributes redirect) {
        long minutes = hours.multiply(MINUTES)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        var command = new ChangeAssignment(null, resource, percent.movePointLeft(2), minutes);
        return done(key, number, assignments.change(viewer, key, number, new ResourceId(resource), command), redirect);
    }

    @PostMapping("/{resource}/removal")
    String remove(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long resource,
            RedirectAttributes redirect) {
        return done(key, number, assignments.remove(viewer, key, number, new ResourceId(resource), null), redirect);
    }

    @PostMapping("/rule")
    String rule(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam Effort.Type type,
            @RequestParam(defaultValue = "false") boolean effortDriven,
            RedirectAttributes redirect) {
        return done(key, number, assignments.retype(viewer, key, number, type, effortDriven), redirect);
    }

    /** Who could do it instead, least loaded first. */
    @GetMapping("/{resource}/candidates")
    String candidates(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long resource,
            Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        model.addAttribute("number", number);
        model.addAttribute("row", queries.require(viewer, key, number, new ResourceId(resource)));
        model.addAttribute("search", candidates.of(viewer, project, number, new ResourceId(resource)));
        return "project/resource/candidates";
    }

    /** Somebody takes the place of a resource. */
    @PostMapping("/{resource}/handover")
    String handOver(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long resource,
            @RequestParam long to,
            RedirectAttributes redirect) {
        var row = queries.require(viewer, key, number, new ResourceId(resource));
        var command = new ChangeAssignment(null, to, row.units(), row.workMinutes());
        return done(key, number, assignments.change(viewer, key, number, new ResourceId(resource), command), redirect);
    }

    private static String done(String key, int number, PlanChange change, RedirectAttributes redirect) {
        var toast = change.movesOthers()
                ? Toast.done(
                        "project.schedule.toast.movedTasks", change.moved(), change.milestones(), change.commitments())
                : Toast.done("project.resource.toast.assigned");
        (change.id() == null
                        ? toast
                        : toast.undo("/projects/" + key + "/schedule/changes/" + change.id() + "/reversal"))
                .after(redirect);
        return "redirect:/projects/" + key + "/tasks/" + number;
    }
}
