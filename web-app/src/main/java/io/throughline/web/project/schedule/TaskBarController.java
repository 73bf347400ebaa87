package io.throughline.web.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LagUnit;
import io.throughline.project.schedule.LinkTasks;
import io.throughline.project.schedule.MoveBar;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.TaskBars;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.web.project.InDrafts;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RestController;

/** Moves, lengthens and links bars of the Gantt chart; each is shown first. The task's pages do the same without script. */
@RestController
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/projects/{key}/tasks/{number}/bar")
class TaskBarController {

    private static final long DAY_MINUTES = 480;

    private final TaskBars bars;
    private final TaskLinks links;
    private final TaskQueries queries;
    private final PlanToasts toasts;
    private final BarWords words;
    private final MessageSource messages;

    /**
     * Where a bar is to be put.
     *
     * @param by working days; {@code day} in its place is the day it begins on, or the last one it takes
     */
    record Moved(
            MoveBar.@Nullable End end,
            @Nullable Integer by,
            @Nullable LocalDate day) {

        MoveBar command() {
            try {
                return new MoveBar(end == null ? MoveBar.End.WHOLE : end, by, day);
            } catch (IllegalArgumentException e) {
                throw new RuleViolation("project.schedule.gantt.tooFar");
            }
        }
    }

    /** @param lag in days */
    record Linked(
            @Nullable Integer predecessor,
            @Nullable DependencyType type,
            @Nullable BigDecimal lag) {

        LinkTasks command() {
            if (predecessor == null) {
                throw new RuleViolation("project.schedule.noSuchTask");
            }
            return new LinkTasks(
                    predecessor,
                    type == null ? DependencyType.FINISH_TO_START : type,
                    lag == null
                            ? 0
                            : lag.multiply(BigDecimal.valueOf(DAY_MINUTES)).longValue(),
                    LagUnit.WORKING);
        }
    }

    @PostMapping("/preview")
    Map<String, Object> preview(Viewer viewer, @PathVariable String key, @PathVariable int number, Moved moved) {
        var shown = bars.previewMove(viewer, key, number, moved.command());
        return Map.of("text", words.moved(number, shown.preview(), name(viewer, key, number)), "bars", shown.bars());
    }

    @PostMapping
    Map<String, @Nullable Object> move(Viewer viewer, @PathVariable String key, @PathVariable int number, Moved moved) {
        return answer(viewer, key, number, bars.move(viewer, key, number, moved.command()));
    }

    @PostMapping("/link/preview")
    Map<String, Object> previewLink(Viewer viewer, @PathVariable String key, @PathVariable int number, Linked linked) {
        queries.require(viewer, key, number);
        var link = linked.command();
        var shown = bars.previewLink(viewer, key, number, link);
        var names = new String[] {name(viewer, key, link.predecessor()), name(viewer, key, number)};
        return Map.of("text", words.linked(names[0], names[1], link.type(), shown.preview()), "bars", shown.bars());
    }

    @PostMapping("/link")
    Map<String, @Nullable Object> link(
            Viewer viewer, @PathVariable String key, @PathVariable int number, Linked linked) {
        return answer(viewer, key, number, links.link(viewer, key, number, linked.command()));
    }

    private Map<String, @Nullable Object> answer(Viewer viewer, String key, int number, PlanChange change) {
        var answer = new HashMap<String, @Nullable Object>();
        var task = queries.require(viewer, key, number);
        answer.put("number", number);
        answer.put("saved", words.saved(task, toasts.text(change)));
        answer.put("undo", toasts.undo(key, change));
        return answer;
    }

    private String name(Viewer viewer, String key, int number) {
        return queries.require(viewer, key, number).name();
    }

    /** In the person's words, for the notice. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RuleViolation violation, Locale locale) {
        var text = messages.getMessage(violation.key(), violation.args(), violation.key(), locale);
        return ResponseEntity.unprocessableContent().body(Map.of("message", String.valueOf(text)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> gone(NotFound missing, Locale locale) {
        var text = messages.getMessage("project.schedule.noSuchTask", null, locale);
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("message", text));
    }
}
