package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ComputedPlans;
import io.throughline.project.schedule.DateReason;
import io.throughline.project.schedule.DateReasons;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.PlanPreview;
import io.throughline.project.schedule.PlanPreviews;
import io.throughline.project.schedule.PlanUndo;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.web.project.InDrafts;
import io.throughline.web.rest.MergePatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The computed plan for programs: its dates with their reasons, what a change would move, links, and the way back. */
@RestController
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/api/v1/projects/{key}")
class PlanApi {

    private final ComputedPlans plans;
    private final DateReasons reasons;
    private final PlanPreviews previews;
    private final PlanUndo undo;
    private final Tasks tasks;
    private final TaskLinks links;
    private final TaskQueries queries;
    private final MergePatch patches;

    @GetMapping("/schedule")
    PlanAnswer schedule(Viewer viewer, @PathVariable String key) {
        return PlanAnswer.of(plans.of(viewer, key), queries.outline(viewer, key));
    }

    /** From the task back to where the plan begins. */
    @GetMapping("/tasks/{number}/drivers")
    List<DateReason.Step> drivers(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        return reasons.of(viewer, key, number);
    }

    @PostMapping("/schedule/preview")
    PlanPreview preview(Viewer viewer, @PathVariable String key, @Valid @RequestBody WhatIf body) {
        var changes = Stream.of(
                        body.tasksOrNone().stream().map(patch -> edit(viewer, key, patch)),
                        body.linksOrNone().stream().map(link -> linking(viewer, key, link)),
                        body.unlinksOrNone().stream().map(ends -> unlinking(viewer, key, ends)))
                .flatMap(one -> one)
                .toList();
        if (changes.isEmpty()) {
            throw new RuleViolation("project.schedule.nothingToPreview").at("tasks");
        }
        return previews.of(viewer, key, () -> {
            var before = changes.get(0).get();
            var last = before;
            for (var change : changes.subList(1, changes.size())) {
                last = change.get();
            }
            return new PlanChange(
                    null,
                    last.moved(),
                    last.milestones(),
                    last.commitments(),
                    before.finishBefore(),
                    last.finishAfter());
        });
    }

    @PostMapping("/links")
    PlanChange link(Viewer viewer, @PathVariable String key, @Valid @RequestBody NewLink link) {
        return links.link(viewer, key, link.successor(), link.command());
    }

    @DeleteMapping("/links")
    PlanChange unlink(
            Viewer viewer, @PathVariable String key, @RequestParam int predecessor, @RequestParam int successor) {
        return links.unlink(viewer, key, successor, predecessor);
    }

    /** Takes the change back with all it moved; the answer is a change that can be taken back in turn. */
    @PostMapping("/schedule/changes/{change}/reversal")
    PlanChange undo(Viewer viewer, @PathVariable String key, @PathVariable long change) {
        return undo.undo(viewer, key, change);
    }

    private Supplier<PlanChange> edit(Viewer viewer, String key, JsonNode patch) {
        var number = patch.path("no");
        if (!number.isInt() || !(patch.deepCopy() instanceof ObjectNode fields)) {
            throw new RuleViolation("web.rest.badValue", "no").at("tasks");
        }
        fields.remove("no");
        return () -> {
            var task = queries.require(viewer, key, number.intValue());
            return tasks.edit(viewer, key, task.number(), patches.apply(TaskEdits.command(task), fields));
        };
    }

    private Supplier<PlanChange> linking(Viewer viewer, String key, NewLink link) {
        return () -> links.link(viewer, key, link.successor(), link.command());
    }

    private Supplier<PlanChange> unlinking(Viewer viewer, String key, Ends ends) {
        return () -> links.unlink(viewer, key, ends.successor(), ends.predecessor());
    }

    /**
     * Changes that are not made.
     *
     * @param tasks each with its {@code no} and the fields of a task to change
     */
    record WhatIf(
            @Nullable @Size(max = 200) List<JsonNode> tasks,
            @Nullable @Size(max = 200) List<@Valid NewLink> links,
            @Nullable @Size(max = 200) List<@Valid Ends> unlinks) {

        List<JsonNode> tasksOrNone() {
            return tasks == null ? List.of() : tasks;
        }

        List<NewLink> linksOrNone() {
            return links == null ? List.of() : links;
        }

        List<Ends> unlinksOrNone() {
            return unlinks == null ? List.of() : unlinks;
        }
    }

    record Ends(@NotNull Integer predecessor, @NotNull Integer successor) {}
}
