package io.throughline.web.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.EditTask;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskOutline;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.project.schedule.TypedValues;
import io.throughline.web.project.InDrafts;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Saves one cell of the grid at a time, and moves lines in the outline. The task's page does the same without script. */
@RestController
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/projects/{key}/tasks/{number}")
class TaskCellController {

    private final Tasks tasks;
    private final TaskProgress progress;
    private final TaskOutline outline;
    private final TaskLinks links;
    private final TaskQueries queries;
    private final PlanToasts toasts;
    private final MessageSource messages;

    /**
     * @param field name of the column
     * @param value as typed: a day as {@code 2026-11-21}, a duration in days or as {@code 2ed}, three points of it as {@code 3/5/9},
     *     predecessors as {@code 3FS+2d, 5}; empty to clear
     * @param seen what the cell showed before; where it holds something else by now both values are shown
     */
    @PostMapping("/cells")
    Map<String, @Nullable Object> save(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String field,
            @RequestParam String value,
            @RequestParam(required = false) @Nullable String seen) {
        var typed = java.text.Normalizer.normalize(value, java.text.Normalizer.Form.NFKC)
                .strip();
        if (seen != null) {
            var theirs = CellText.theirs(queries.require(viewer, key, number), field, seen, typed);
            if (theirs != null) {
                throw new CellTaken(theirs, value);
            }
        }
        return answer(
                key,
                number,
                switch (field) {
                    case "percent" -> progress.report(viewer, key, number, integer(typed.replace("%", "")));
                    case "predecessors" -> relink(viewer, key, number, typed);
                    default -> {
                        var task = queries.require(viewer, key, number);
                        var edit = changed(task, field, typed, value);
                        yield tasks.edit(
                                viewer, key, number, edit, field.equals("duration") ? TaskEdits.kind(edit) : null);
                    }
                });
    }

    @PostMapping(path = "/outline", produces = "application/json")
    Map<String, @Nullable Object> move(
            Viewer viewer, @PathVariable String key, @PathVariable int number, @RequestParam String to) {
        var change =
                switch (to) {
                    case "in" -> outline.indent(viewer, key, number);
                    case "out" -> outline.outdent(viewer, key, number);
                    case "up" -> outline.moveUp(viewer, key, number);
                    case "down" -> outline.moveDown(viewer, key, number);
                    default -> throw new RuleViolation("project.schedule.unknownMove", to);
                };
        return answer(key, number, change);
    }

    /** What the grid tells of the change, and where it takes it back. */
    private Map<String, @Nullable Object> answer(String key, int number, PlanChange change) {
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("number", number);
        answer.put("moved", toasts.text(change));
        answer.put("undo", toasts.undo(key, change));
        return answer;
    }

    /** In the person's words, for the notice beside the cell. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RuleViolation violation, Locale locale) {
        var text = messages.getMessage(violation.key(), violation.args(), violation.key(), locale);
        return ResponseEntity.unprocessableContent().body(Map.of("message", String.valueOf(text)));
    }

    /** Somebody else wrote into the cell meanwhile: both values are told, and what was typed is not lost. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> taken(CellTaken taken, Locale locale) {
        var theirs = taken.theirs().isEmpty() ? "—" : taken.theirs();
        var text = messages.getMessage("project.schedule.cellTaken", new Object[] {theirs, taken.typed()}, locale);
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", text, "theirs", taken.theirs()));
    }

    /** The task is not there any more, or never was for this viewer. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> gone(NotFound missing, Locale locale) {
        var text = messages.getMessage("project.schedule.noSuchTask", null, locale);
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("message", text));
    }

    /** A predecessor that is not there is a slip of the typist, not a missing page. */
    private PlanChange relink(Viewer viewer, String key, int number, String typed) {
        queries.require(viewer, key, number);
        try {
            return links.relink(viewer, key, number, TypedValues.predecessors(key, typed));
        } catch (NotFound missing) {
            throw new RuleViolation("project.schedule.noSuchTask");
        }
    }

    private static EditTask changed(TaskDetail task, String field, String typed, String raw) {
        var edit = TaskEdits.command(task);
        return switch (field) {
            case "name" -> edit.withName(raw);
            case "assignee" -> edit.withAssigneeId(typed.isEmpty() ? null : Long.valueOf(integer(typed)));
            case "deadline" -> edit.withDeadline(time(typed, TypedValues.CLOSING));
            case "effort" -> edit.withEffortMinutes(typed.isEmpty() ? null : TypedValues.work(typed));
            case "mode" -> edit.withMode(TypedValues.mode(typed));
            case "start" ->
                TaskEdits.planned(edit, time(typed, TypedValues.OPENING), edit.plannedFinish(), edit.durationMinutes());
            case "finish" ->
                TaskEdits.planned(edit, edit.plannedStart(), time(typed, TypedValues.CLOSING), edit.durationMinutes());
            case "duration" -> edit.lasting(typed.isEmpty() ? null : TypedValues.duration(typed));
            case "effort_type" -> edit.withEffortType(TypedValues.effortType(typed));
            case "constraint" -> constrained(edit, typed);
            case "estimate" -> edit.estimated(TypedValues.points(typed));
            default -> throw new RuleViolation("project.schedule.unknownField", field);
        };
    }

    private static EditTask constrained(EditTask edit, String typed) {
        if (typed.isEmpty()) {
            return TaskEdits.constrained(edit, ConstraintType.ASAP, null);
        }
        var constraint = TypedValues.constraint(typed);
        return TaskEdits.constrained(edit, constraint.type(), constraint.date());
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new RuleViolation("project.schedule.notANumber", text);
        }
    }

    private static @Nullable LocalDateTime time(String typed, LocalTime usual) {
        return typed.isEmpty() ? null : TypedValues.time(typed, usual);
    }

    private static final class CellTaken extends RuntimeException {

        private final String theirs;
        private final String typed;

        CellTaken(String theirs, String typed) {
            super(theirs);
            this.theirs = theirs;
            this.typed = typed;
        }

        String theirs() {
            return theirs;
        }

        String typed() {
            return typed;
        }
    }
}
