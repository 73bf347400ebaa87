package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PlanUndo;
import io.throughline.web.project.InDrafts;
import io.throughline.web.shell.Toast;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a change of the plan back with all it moved; from the notice, or from the grid's Ctrl+Z. */
@Controller
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/projects/{key}/schedule/changes/{change}/reversal")
class PlanReversalController {

    private final PlanUndo undo;
    private final PlanToasts toasts;
    private final MessageSource messages;

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    String undo(Viewer viewer, @PathVariable String key, @PathVariable long change, RedirectAttributes redirect) {
        try {
            var back = undo.undo(viewer, key, change);
            var again = toasts.undo(key, back);
            var done = Toast.done("project.schedule.undone");
            (again == null ? done : done.undo(again)).after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(refused.key(), refused.args().length == 0 ? "" : String.valueOf(refused.args()[0]))
                    .after(redirect);
        }
        return "redirect:/projects/" + key + "/schedule";
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> undoFromGrid(
            Viewer viewer, @PathVariable String key, @PathVariable long change, Locale locale) {
        try {
            return ResponseEntity.ok(new HashMap<>(Map.of("change", undo.undo(viewer, key, change))));
        } catch (RuleViolation refused) {
            var text = messages.getMessage(refused.key(), refused.args(), refused.key(), locale);
            return ResponseEntity.unprocessableContent().body(new HashMap<>(Map.of("message", String.valueOf(text))));
        }
    }
}
