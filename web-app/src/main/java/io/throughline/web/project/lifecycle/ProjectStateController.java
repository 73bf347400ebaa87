package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.Health;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.SetHealth;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Judges, pauses, resumes and cancels a project. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}")
class ProjectStateController {

    private final Projects projects;

    @PostMapping("/health")
    String judge(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam Health health,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        projects.setHealth(viewer, key, new SetHealth(health, reason));
        return done("project.lifecycle.toast.health", key, redirect);
    }

    @PostMapping("/pause")
    String hold(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        projects.hold(viewer, key);
        Toast.done("project.lifecycle.toast.held")
                .undo("/projects/" + key + "/pause/removal")
                .after(redirect);
        return "redirect:/projects/" + key;
    }

    @PostMapping("/pause/removal")
    String resume(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        projects.resume(viewer, key);
        return done("project.lifecycle.toast.resumed", key, redirect);
    }

    @PostMapping("/cancellation")
    String cancel(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        projects.cancel(viewer, key);
        return done("project.lifecycle.toast.cancelled", key, redirect);
    }

    private static String done(String message, String key, RedirectAttributes redirect) {
        Toast.done(message).after(redirect);
        return "redirect:/projects/" + key;
    }
}
