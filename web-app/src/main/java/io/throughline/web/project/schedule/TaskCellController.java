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
import io.throughline.web.project.InDrafts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final BigDecimal DAY_MINUTES = BigDecimal.valueOf(480);

    private final Tasks tasks;
    private final TaskProgress progress;
    private final TaskOutline outline;
    private final TaskLinks links;
    private final TaskQueries queries;
    private final PlanToasts toasts;
    private final MessageSource messages;

    /**
     * @param field name of the column
     * @param value as typed: a day as {@code 2026-11-21}, a duration in days, three points of it as {@code 3/5/9},
     *     predecessors as {@code 3FS+2d, 5}; empty to clear
     */
    @PostMapping("/cells")
    Map<String, @Nullable Object> save(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String field,
            @RequestParam String value) {
        var typed = java.text.Normalizer.normalize(value, java.text.Normalizer.Form.NFKC)
                .strip();
        return answer(
                key,
                number,
                switch (field) {
                    case "percent" -> progress.report(viewer, key, number, integer(typed.replace("%", "")));
                    case "predecessors" -> relink(viewer, key, number, typed);
                    default -> {
                        var task = queries.require(viewer, key, number);
                        yield tasks.edit(viewer, key, number, changed(task, field, typed, value));
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
            return links.relink(viewer, key, number, PredecessorText.parse(key, typed));
        } catch (NotFound missing) {
            throw new RuleViolation("project.schedule.noSuchTask");
        }
    }

    private static EditTask changed(TaskDetail task, String field, String typed, String raw) {
        var edit = TaskEdits.command(task);
        return switch (field) {
            case "name" -> TaskEdits.named(edit, raw);
            case "assignee" -> TaskEdits.assigned(edit, typed.isEmpty() ? null : Long.valueOf(integer(typed)));
            case "start" -> TaskEdits.planned(edit, time(typed, OPENING), edit.plannedFinish(), edit.durationMinutes());
            case "finish" -> TaskEdits.planned(edit, edit.plannedStart(), time(typed, CLOSING), edit.durationMinutes());
            case "duration" -> TaskEdits.planned(edit, edit.plannedStart(), edit.plannedFinish(), minutes(typed));
            case "constraint" -> constrained(edit, typed);
            case "estimate" -> TaskEdits.estimated(edit, EstimateText.parse(typed));
            default -> throw new RuleViolation("project.schedule.unknownField", field);
        };
    }

    /** {@code SNET 2026-11-21}; empty for as soon as possible. A constraint on the finish means the end of its day. */
    private static EditTask constrained(EditTask edit, String typed) {
        if (typed.isEmpty()) {
            return TaskEdits.constrained(edit, ConstraintType.ASAP, null);
        }
        var words = typed.split("\\s+", 2);
        try {
            var type = ConstraintType.valueOf(words[0].toUpperCase(Locale.ROOT));
            var usual = type.name().startsWith("F") || type == ConstraintType.MFO ? CLOSING : OPENING;
            return TaskEdits.constrained(edit, type, words.length == 1 ? null : time(words[1], usual));
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("project.schedule.noSuchConstraint", typed);
        }
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new RuleViolation("project.schedule.notANumber", text);
        }
    }

    private static @Nullable Long minutes(String days) {
        if (days.isEmpty()) {
            return null;
        }
        var amount = days.replaceAll("[^0-9.]{1,9}$", "");
        if (!UnitFormats.AMOUNT.matcher(amount).matches()) {
            throw new RuleViolation("project.schedule.notANumber", days);
        }
        return new BigDecimal(amount).multiply(DAY_MINUTES).longValue();
    }

    private static @Nullable LocalDateTime time(String text, LocalTime usual) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.length() > 10
                    ? LocalDateTime.parse(text.replace(' ', 'T'))
                    : LocalDate.parse(text).atTime(usual);
        } catch (DateTimeParseException e) {
            throw new RuleViolation("project.schedule.notADay", text);
        }
    }
}
