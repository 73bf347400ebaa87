package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.MilestoneQueries;
import io.throughline.project.schedule.Milestones;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.Tasks;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Toast;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
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

/** Milestones: what was promised, what is expected, what happened. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/milestones")
class MilestoneController {

    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final Milestones milestones;
    private final MilestoneQueries queries;
    private final Tasks tasks;
    private final ProjectPages pages;
    private final Clock clock;

    /** @param drawn numbers of the milestones in the trend chart; none for those nearest to today */
    @GetMapping
    String list(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(name = "m", required = false) @Nullable Set<Integer> drawn,
            Model model) {
        var project = pages.head(viewer, key, "milestones", model);
        model.addAttribute("milestones", queries.list(viewer, project));
        var trend = queries.trend(viewer, project);
        model.addAttribute("trend", trend);
        model.addAttribute("picture", TrendPicture.of(trend, drawn == null ? Set.of() : drawn));
        model.addAttribute("today", LocalDate.now(clock.withZone(project.zone())));
        model.addAttribute("may", project.manages() && project.isOpen());
        return "project/schedule/milestones";
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam String name,
            @RequestParam LocalDate day,
            RedirectAttributes redirect) {
        tasks.add(
                viewer,
                key,
                new AddTask(
                        name, TaskKind.MILESTONE, null, null, null, null, day.atTime(CLOSING), null, null, null, null));
        return done("project.schedule.toast.milestoneAdded", key, redirect);
    }

    @PostMapping("/{number}/forecast")
    String forecast(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        milestones.setForecast(viewer, key, number, day, reason);
        return done("project.schedule.toast.forecast", key, redirect);
    }

    @PostMapping("/{number}/reach")
    String reach(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable LocalDate day,
            RedirectAttributes redirect) {
        milestones.reach(viewer, key, number, day);
        Toast.done("project.schedule.toast.reached")
                .undo("/projects/" + key + "/milestones/" + number + "/reach/removal")
                .after(redirect);
        return "redirect:/projects/" + key + "/milestones";
    }

    @PostMapping("/{number}/reach/removal")
    String reopen(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        milestones.reopen(viewer, key, number);
        return done("project.schedule.toast.milestoneReopened", key, redirect);
    }

    @PostMapping("/{number}/sharing")
    String share(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam boolean shared,
            RedirectAttributes redirect) {
        milestones.share(viewer, key, number, shared);
        return done(shared ? "project.schedule.toast.shared" : "project.schedule.toast.unshared", key, redirect);
    }

    private static String done(String message, String key, RedirectAttributes redirect) {
        Toast.done(message).after(redirect);
        return "redirect:/projects/" + key + "/milestones";
    }
}
