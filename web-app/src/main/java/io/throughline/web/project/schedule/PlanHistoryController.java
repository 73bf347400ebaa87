package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.PlanHistory;
import io.throughline.web.project.InDrafts;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One step back or forth in what the person changed of a plan: the grid's Ctrl+Z and Ctrl+Y, and the buttons above it. */
@InDrafts
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule")
class PlanHistoryController {

    private static final String UNDONE = "project.schedule.undone";
    private static final String REDONE = "project.schedule.redone";

    private final PlanHistory history;
    private final ProjectQueries projects;
    private final Words words;

    @PostMapping(path = "/undo", produces = MediaType.TEXT_HTML_VALUE)
    String undo(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        return shown(key, () -> history.undo(viewer, key), UNDONE, redirect);
    }

    @PostMapping(path = "/redo", produces = MediaType.TEXT_HTML_VALUE)
    String redo(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        return shown(key, () -> history.redo(viewer, key), REDONE, redirect);
    }

    @PostMapping(path = "/undo", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> undoFromGrid(Viewer viewer, @PathVariable String key) {
        return answered(viewer, key, () -> history.undo(viewer, key), UNDONE);
    }

    @PostMapping(path = "/redo", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> redoFromGrid(Viewer viewer, @PathVariable String key) {
        return answered(viewer, key, () -> history.redo(viewer, key), REDONE);
    }

    /** Steps back or forth and may be refused. */
    private interface Turn {
        PlanChange take();
    }

    private static String shown(String key, Turn turn, String done, RedirectAttributes redirect) {
        try {
            turn.take();
            Toast.done(done).after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(refused.key(), refused.args().length == 0 ? "" : String.valueOf(refused.args()[0]))
                    .after(redirect);
        }
        return "redirect:/projects/" + key + "/schedule";
    }

    private ResponseEntity<Map<String, @Nullable Object>> answered(Viewer viewer, String key, Turn turn, String done) {
        try {
            turn.take();
            var ends = history.of(viewer, projects.requirePlan(viewer, key));
            return ResponseEntity.ok(new HashMap<>(
                    Map.of("message", words.text(done), "undo", ends.undo() != null, "redo", ends.redo() != null)));
        } catch (RuleViolation refused) {
            return ResponseEntity.unprocessableContent()
                    .body(new HashMap<>(Map.of("message", words.text(refused.key(), refused.args()))));
        }
    }
}
