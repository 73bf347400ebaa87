package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts, reports, finishes and reopens tasks. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/tasks/{number}")
class TaskProgressController {

    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final TaskProgress progress;
    private final TaskQueries queries;
    private final PlanToasts toasts;

    @PostMapping("/start")
    String start(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        return moved(progress.start(viewer, key, number), "project.schedule.toast.started", key, number, redirect);
    }

    @PostMapping("/progress")
    String report(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid ReportedProgress report,
            RedirectAttributes redirect) {
        var task = queries.require(viewer, key, number);
        return moved(
                progress.report(viewer, key, number, report.of(task)),
                "project.schedule.toast.progressed",
                key,
                number,
                redirect);
    }

    /** @param finish the day it was done; empty for now */
    @PostMapping("/completion")
    String complete(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable LocalDate finish,
            RedirectAttributes redirect) {
        var change = progress.complete(viewer, key, number, finish == null ? null : finish.atTime(CLOSING));
        return moved(change, "project.schedule.toast.completed", key, number, redirect);
    }

    @PostMapping("/completion/removal")
    String reopen(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        return moved(progress.reopen(viewer, key, number), "project.schedule.toast.reopened", key, number, redirect);
    }

    @PostMapping("/block")
    String block(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        progress.block(viewer, key, number, reason);
        return done("project.schedule.toast.blocked", key, number, redirect);
    }

    @PostMapping("/block/removal")
    String unblock(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        progress.unblock(viewer, key, number);
        return done("project.schedule.toast.unblocked", key, number, redirect);
    }

    private String moved(PlanChange change, String message, String key, int number, RedirectAttributes redirect) {
        toasts.of(key, change, message, key + "-" + number).after(redirect);
        return "redirect:/projects/" + key + "/tasks/" + number;
    }

    private static String done(String message, String key, int number, RedirectAttributes redirect) {
        Toast.done(message, key + "-" + number).after(redirect);
        return "redirect:/projects/" + key + "/tasks/" + number;
    }
}
