package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LagUnit;
import io.throughline.project.schedule.LinkTasks;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskOutline;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.web.project.InDrafts;
import io.throughline.web.shell.Toast;
import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links, cancels, removes and rearranges tasks by plain forms. */
@Controller
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/projects/{key}/tasks/{number}")
class TaskPlanController {

    private static final BigDecimal DAY_MINUTES = BigDecimal.valueOf(480);

    private final Tasks tasks;
    private final TaskOutline outline;
    private final TaskLinks links;
    private final TaskProgress progress;
    private final TaskQueries queries;
    private final PlanToasts toasts;

    /** @param lagDays working days; negative for a lead */
    @PostMapping("/predecessors")
    String link(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam int predecessor,
            @RequestParam DependencyType type,
            @RequestParam(required = false) @Nullable BigDecimal lagDays,
            RedirectAttributes redirect) {
        var lag = lagDays == null
                ? null
                : Long.valueOf(lagDays.multiply(DAY_MINUTES).longValue());
        var change = links.link(viewer, key, number, new LinkTasks(predecessor, type, lag, LagUnit.WORKING));
        toasts.of(key, change, "project.schedule.toast.linked").after(redirect);
        return "redirect:/projects/" + key + "/tasks/" + number;
    }

    @PostMapping("/predecessors/{predecessor}/removal")
    String unlink(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable int predecessor,
            RedirectAttributes redirect) {
        toasts.of(key, links.unlink(viewer, key, number, predecessor), "project.schedule.toast.unlinked")
                .after(redirect);
        return "redirect:/projects/" + key + "/tasks/" + number;
    }

    @PostMapping(path = "/outline", produces = MediaType.TEXT_HTML_VALUE)
    String move(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String to,
            RedirectAttributes redirect) {
        var change =
                switch (to) {
                    case "in" -> outline.indent(viewer, key, number);
                    case "out" -> outline.outdent(viewer, key, number);
                    case "up" -> outline.moveUp(viewer, key, number);
                    default -> outline.moveDown(viewer, key, number);
                };
        toasts.of(key, change, "project.schedule.toast.moved").after(redirect);
        return "redirect:/projects/" + key + "/schedule#t" + number;
    }

    @PostMapping("/cancellation")
    String cancel(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        progress.cancel(viewer, key, number);
        Toast.done("project.schedule.toast.cancelled", key + "-" + number)
                .undo("/projects/" + key + "/tasks/" + number + "/cancellation/removal")
                .after(redirect);
        return "redirect:/projects/" + key + "/tasks/" + number;
    }

    @PostMapping("/cancellation/removal")
    String uncancel(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        progress.restore(viewer, key, number);
        return done("project.schedule.toast.restored", key, number, redirect);
    }

    @PostMapping("/removal")
    String delete(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        tasks.delete(viewer, key, number);
        Toast.done("project.schedule.toast.deleted", key + "-" + number)
                .undo("/projects/" + key + "/tasks/" + number + "/restoration")
                .after(redirect);
        return "redirect:/projects/" + key + "/schedule";
    }

    @PostMapping("/restoration")
    String restore(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        tasks.restore(viewer, key, number);
        return done("project.schedule.toast.restored", key, number, redirect);
    }

    /** Clears the start a person set: links and calendars decide again. */
    @PostMapping("/pin/removal")
    String unpin(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        var task = queries.require(viewer, key, number);
        var edit = TaskEdits.constrained(TaskEdits.command(task), ConstraintType.ASAP, null);
        toasts.of(key, tasks.edit(viewer, key, number, edit), "project.schedule.toast.unpinned", key + "-" + number)
                .after(redirect);
        return "redirect:/projects/" + key + "/schedule#t" + number;
    }

    private static String done(String message, String key, int number, RedirectAttributes redirect) {
        Toast.done(message, key + "-" + number).after(redirect);
        return "redirect:/projects/" + key + "/tasks/" + number;
    }
}
