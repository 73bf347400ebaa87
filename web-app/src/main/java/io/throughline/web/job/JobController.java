package io.throughline.web.job;

import io.throughline.foundation.job.JobQueries;
import io.throughline.foundation.job.JobState;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Sentences;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one job for its starter, the own jobs, and all of them for the administrator. */
@Controller
@RequiredArgsConstructor
class JobController {

    private final JobQueries queries;
    private final Jobs jobs;
    private final Words words;
    private final Sentences sentences;

    @GetMapping("/jobs/{id}")
    String show(Viewer viewer, @PathVariable long id, Model model) {
        var job = queries.require(viewer, id);
        model.addAttribute("job", job);
        model.addAttribute("name", sentences.subject("JOB", job.kind()));
        model.addAttribute("topic", Jobs.topic(id));
        return "job/detail";
    }

    @PostMapping("/jobs/{id}/cancellation")
    String cancel(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        jobs.cancel(viewer, id);
        Toast.done("web.job.cancelling").after(redirect);
        return "redirect:/jobs/" + id;
    }

    @GetMapping("/jobs")
    String mine(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("all", false);
        model.addAttribute("page", queries.mine(viewer, PageRequest.of(after, before, size)));
        return "job/list";
    }

    @GetMapping("/admin/jobs")
    String all(
            Viewer viewer,
            @RequestParam(name = "filter.state", required = false) @Nullable JobState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("all", true);
        model.addAttribute("state", state);
        model.addAttribute("states", words.options(JobState.values()));
        model.addAttribute("page", queries.page(viewer, state, PageRequest.of(after, before, size)));
        return "job/list";
    }
}
