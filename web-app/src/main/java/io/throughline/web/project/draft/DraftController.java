package io.throughline.web.project.draft;

import io.throughline.foundation.job.JobQueries;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leveling.LevelingMode;
import io.throughline.project.leveling.Levelings;
import io.throughline.project.leveling.RequestLeveling;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.schedule.DraftComparison;
import io.throughline.project.schedule.DraftLine.Side;
import io.throughline.project.schedule.PlanDraftQueries;
import io.throughline.project.schedule.PlanDrafts;
import io.throughline.project.schedule.SaveDraft;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafts of a plan: begun, listed, held against the live plan, leveled, merged, discarded. */
@Controller
@RequiredArgsConstructor
class DraftController {

    /** Of each list on the page; programs get all. */
    private static final int SHOWN = 200;

    private static final String CHOICE = "side.";

    private final PlanDrafts drafts;
    private final PlanDraftQueries queries;
    private final Levelings levelings;
    private final JobQueries jobs;
    private final ProjectPages pages;
    private final DraftWords words;

    @GetMapping("/projects/{key}/drafts")
    String list(Viewer viewer, @PathVariable String key, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        model.addAttribute("drafts", queries.list(viewer, key));
        model.addAttribute("may", project.isOpen());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new SaveDraft("", null));
        }
        return "project/draft/list";
    }

    @PostMapping("/projects/{key}/drafts")
    String begin(
            Viewer viewer,
            @PathVariable String key,
            @Valid @ModelAttribute("form") SaveDraft form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            int number = drafts.begin(viewer, key, form);
            Toast.done("project.draft.toast.begun", form.name()).after(redirect);
            return "redirect:/projects/" + key + "~" + number + "/schedule";
        });
        return next.orElseGet(() -> list(viewer, key, model));
    }

    @GetMapping("/projects/{key}/drafts/{number}")
    String compare(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var draft = queries.require(viewer, key, number);
        model.addAttribute("draft", draft);
        model.addAttribute("inside", new DraftKey(project.key(), number).toString());
        model.addAttribute("may", project.isOpen() && draft.isOpen());
        model.addAttribute("mayLevel", project.isOpen() && draft.isOpen() && viewer.has(Role.PROJECT_MANAGER));
        var job =
                draft.jobId() == null ? null : jobs.find(viewer, draft.jobId()).orElse(null);
        boolean running = job != null && !job.state().isFinished();
        model.addAttribute("job", job);
        model.addAttribute("running", running);
        model.addAttribute("topic", job == null ? null : Jobs.topic(job.id()));
        model.addAttribute("form", new SaveDraft(draft.name(), draft.note()));
        if (draft.isOpen()) {
            try {
                fill(model, queries.compare(viewer, key, number));
            } catch (RuleViolation impossible) {
                model.addAttribute("impossible", impossible);
            }
        }
        return "project/draft/detail";
    }

    private void fill(Model model, DraftComparison comparison) {
        model.addAttribute("comparison", comparison);
        model.addAttribute("conflicts", words.of(comparison.clashes()));
        model.addAttribute(
                "changes",
                words.of(comparison.lines().stream()
                        .filter(line -> !line.asks())
                        .limit(SHOWN)
                        .toList()));
        model.addAttribute("shifts", comparison.shifts().stream().limit(SHOWN).toList());
        model.addAttribute("most", SHOWN);
    }

    @PostMapping("/projects/{key}/drafts/{number}")
    String rename(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @ModelAttribute("form") SaveDraft form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            drafts.rename(viewer, key, number, form);
            Toast.done("project.draft.toast.renamed").after(redirect);
            return at(key, number);
        });
        return next.orElseGet(() -> {
            Toast.refused("project.draft.nameNeeded").after(redirect);
            return at(key, number);
        });
    }

    /** @param sent for each clash {@code side.} and its id with {@code LIVE} or {@code DRAFT} */
    @PostMapping("/projects/{key}/drafts/{number}/merge")
    String merge(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam Map<String, String> sent,
            RedirectAttributes redirect) {
        try {
            var change = drafts.merge(viewer, key, number, choices(sent));
            var toast = Toast.done("project.draft.toast.merged", change.moved(), change.milestones());
            (change.id() == null
                            ? toast
                            : toast.undo("/projects/" + key + "/schedule/changes/" + change.id() + "/reversal"))
                    .after(redirect);
            return "redirect:/projects/" + key + "/schedule";
        } catch (RuleViolation refused) {
            Toast.refused(refused.key(), argument(refused)).after(redirect);
            return at(key, number);
        }
    }

    private static String argument(RuleViolation refused) {
        return refused.args().length == 0 ? "" : String.valueOf(refused.args()[0]);
    }

    private static Map<String, Side> choices(Map<String, String> sent) {
        var choices = new HashMap<String, Side>();
        sent.forEach((name, value) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), "DRAFT".equals(value) ? Side.DRAFT : Side.LIVE);
            }
        });
        return choices;
    }

    @PostMapping("/projects/{key}/drafts/{number}/leveling")
    String level(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean withinSlack,
            @Nullable @RequestParam(required = false) LevelingMode mode,
            RedirectAttributes redirect) {
        try {
            levelings.start(
                    viewer,
                    new DraftKey(key, number),
                    new RequestLeveling(mode, RequestLeveling.USUAL_SECONDS, null, withinSlack, List.of()));
        } catch (RuleViolation refused) {
            Toast.refused(refused.key(), argument(refused)).after(redirect);
        }
        return at(key, number);
    }

    @PostMapping("/projects/{key}/drafts/{number}/removal")
    String discard(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        drafts.discard(viewer, key, number);
        Toast.done("project.draft.toast.discarded").after(redirect);
        return "redirect:/projects/" + key + "/drafts";
    }

    /** What links to a project's own page inside a draft comes to the draft's; the condition sets it before that page. */
    @GetMapping(path = "/projects/{key:[A-Za-z0-9]{2,10}~[0-9]{1,6}}", params = "!project")
    String own(@PathVariable String key) {
        var draft = DraftKey.parse(key).orElseThrow(() -> new NotFound("draft", key));
        return at(draft.project(), draft.draft());
    }

    private static String at(String key, int number) {
        return "redirect:/projects/" + key + "/drafts/" + number;
    }
}
