package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PasteRows;
import io.throughline.project.schedule.PastedRows;
import io.throughline.project.schedule.PastedSheet;
import io.throughline.project.schedule.TaskCopies;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many rows at once: pasted from a spreadsheet, looked at before they are saved, or copied within the plan. */
@InDrafts
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule")
class PlanRowsController {

    private static final String PAGE = "project/schedule/rows";

    private final PastedRows pasted;
    private final TaskCopies copies;
    private final PlanToasts toasts;
    private final ProjectPages pages;
    private final Words words;

    /** @param at number of the task where the rows are to stand; null for the end of the plan */
    @GetMapping("/rows")
    String form(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer at,
            Model model) {
        model.addAttribute("form", new PasteRows("", at, PasteRows.Place.BELOW, null, null, null));
        return show(viewer, key, null, model);
    }

    /**
     * @param look whether the block is only to be looked at
     * @param fix cells written anew, by {@code line:column} from 1 and 0
     */
    @PostMapping(path = "/rows", produces = MediaType.TEXT_HTML_VALUE)
    String paste(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean look,
            @RequestParam Map<String, String> fix,
            @Valid @ModelAttribute("form") PasteRows sent,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var form = corrected(sent, fix);
        if (errors.hasErrors()) {
            return show(viewer, key, null, model);
        }
        model.addAttribute("text", form.text());
        try {
            if (look) {
                return show(viewer, key, pasted.check(viewer, key, form), model);
            }
            var outcome = pasted.save(viewer, key, form);
            if (outcome.change() == null) {
                return show(viewer, key, outcome.sheet(), model);
            }
            toasts.of(key, outcome.change(), done(form), outcome.numbers().size())
                    .after(redirect);
            return "redirect:/projects/" + key + "/schedule?at="
                    + outcome.numbers().get(0);
        } catch (RuleViolation violation) {
            FormErrors.into(errors, violation);
            return show(viewer, key, null, model);
        }
    }

    /** From the grid: saved at once where every cell can be taken, else nothing is. */
    @PostMapping(path = "/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> pasteFromGrid(
            Viewer viewer, @PathVariable String key, @Valid PasteRows form) {
        try {
            var outcome = pasted.save(viewer, key, form);
            var change = outcome.change();
            if (change == null) {
                var faults = words.text(
                        "project.schedule.paste.faults", outcome.sheet().faults());
                return refused(faults);
            }
            return done(
                    key,
                    outcome.numbers(),
                    words.text(done(form), outcome.numbers().size()),
                    toasts.undo(key, change));
        } catch (RuleViolation violation) {
            return refused(words.text(violation.key(), violation.args()));
        }
    }

    @PostMapping(path = "/copies", produces = MediaType.TEXT_HTML_VALUE)
    String copy(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam List<Integer> numbers,
            @RequestParam(required = false) @Nullable Integer after,
            RedirectAttributes redirect) {
        var copied = copies.copy(viewer, key, numbers, after);
        toasts.of(
                        key,
                        copied.change(),
                        "project.schedule.toast.copied",
                        copied.numbers().size())
                .after(redirect);
        return "redirect:/projects/" + key + "/schedule?at=" + copied.numbers().get(0);
    }

    @PostMapping(path = "/copies", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> copyFromGrid(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam List<Integer> numbers,
            @RequestParam(required = false) @Nullable Integer after) {
        try {
            var copied = copies.copy(viewer, key, numbers, after);
            var said =
                    words.text("project.schedule.toast.copied", copied.numbers().size());
            return done(key, copied.numbers(), said, toasts.undo(key, copied.change()));
        } catch (RuleViolation violation) {
            return refused(words.text(violation.key(), violation.args()));
        }
    }

    private static ResponseEntity<Map<String, @Nullable Object>> done(
            String key, List<Integer> numbers, String said, @Nullable String undo) {
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("number", numbers.get(0));
        answer.put("moved", said);
        answer.put("undo", undo);
        return ResponseEntity.ok(answer);
    }

    private static ResponseEntity<Map<String, @Nullable Object>> refused(String message) {
        return ResponseEntity.unprocessableContent().body(new HashMap<>(Map.of("message", message)));
    }

    private static String done(PasteRows form) {
        return form.place() == PasteRows.Place.OVER
                ? "project.schedule.toast.pastedOver"
                : "project.schedule.toast.pasted";
    }

    /** The text with the cells in it that were written anew. */
    private static PasteRows corrected(PasteRows form, Map<String, String> fix) {
        var text = CellFixes.into(form.text(), fix);
        return text.equals(form.text())
                ? form
                : new PasteRows(text, form.at(), form.place(), form.columns(), form.references(), form.fold());
    }

    private String show(Viewer viewer, String key, @Nullable PastedSheet sheet, Model model) {
        pages.plan(viewer, key, "schedule", model);
        model.addAttribute("sheet", sheet);
        model.addAttribute("places", words.options(PasteRows.Place.values()));
        model.addAttribute("meanings", words.options(PasteRows.References.values()));
        model.addAttribute("usual", PasteRows.USUAL);
        return PAGE;
    }
}
