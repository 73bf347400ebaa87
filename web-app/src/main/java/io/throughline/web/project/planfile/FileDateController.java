package io.throughline.web.project.planfile;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.FileDates;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Toast;
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

/** What an imported file dated differently than the plan, row by row, with the choice to keep the file's dates. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule/imported")
class FileDateController {

    private static final int AT_ONCE = 50;

    private final FileDates dates;
    private final ProjectPages pages;

    @GetMapping
    String list(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        model.addAttribute("rows", dates.of(viewer, key, PageRequest.of(after, before, AT_ONCE)));
        model.addAttribute("total", dates.count(viewer, key));
        model.addAttribute("may", project.manages() && project.isOpen());
        return "project/planfile/dates";
    }

    @PostMapping("/{number}")
    String keep(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        try {
            var change = dates.keep(viewer, key, number);
            var done = Toast.done("project.schedule.import.datesKept", key + "-" + number);
            var undo = change.id() == null
                    ? done
                    : done.undo("/projects/" + key + "/schedule/changes/" + change.id() + "/reversal");
            undo.after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(refused.key(), key + "-" + number).after(redirect);
        }
        return "redirect:/projects/" + key + "/schedule/imported";
    }
}
