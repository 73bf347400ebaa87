package io.throughline.web.project.schedule;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.ReportProgress;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.Tasks;
import io.throughline.web.project.InDrafts;
import io.throughline.web.rest.FieldMerge;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tasks for programs; plan times are local to the project. */
@RestController
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/api/v1/projects/{key}")
class TaskApi {

    private final Tasks tasks;
    private final TaskProgress progress;
    private final TaskQueries queries;
    private final ProjectQueries projects;
    private final MergePatch patches;
    private final FieldMerge merge;

    /** In outline order. */
    @GetMapping("/tasks")
    ResponseEntity<List<TaskRow>> list(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var request = PageRequest.of(after, before, size);
        return Pages.of(stretch(queries.computed(viewer, projects.requirePlan(viewer, key)), request));
    }

    @PostMapping("/tasks")
    ResponseEntity<TaskDetail> add(Viewer viewer, @PathVariable String key, @Valid @RequestBody AddTask command) {
        int number = tasks.add(viewer, key, command);
        var task = queries.require(viewer, key, number);
        return Versions.created("/api/v1/projects/" + key + "/tasks/" + number, task, task.version());
    }

    @GetMapping("/tasks/{number}")
    ResponseEntity<TaskDetail> show(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        return answer(queries.require(viewer, key, number));
    }

    @PatchMapping(
            path = "/tasks/{number}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<TaskDetail> edit(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(match);
        merge.edit(
                viewer,
                seen,
                TaskEdits.touchedBy(patch.propertyNames()),
                new FieldMerge.Editable<>(
                        "project.task",
                        () -> queries.require(viewer, key, number),
                        TaskDetail::id,
                        TaskDetail::version,
                        task -> tasks.edit(viewer, key, number, patches.apply(TaskEdits.command(task), patch))));
        return answer(queries.require(viewer, key, number));
    }

    @DeleteMapping("/tasks/{number}")
    ResponseEntity<Void> delete(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        int seen = Versions.seen(match);
        var task = queries.require(viewer, key, number);
        if (task.version() != seen) {
            throw new StaleVersion(seen, task.version());
        }
        tasks.delete(viewer, key, number);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/tasks/{number}/progress")
    ResponseEntity<TaskDetail> report(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @RequestBody ReportProgress body) {
        progress.report(viewer, key, number, body);
        return answer(queries.require(viewer, key, number));
    }

    @PostMapping("/tasks/{number}/completion")
    ResponseEntity<TaskDetail> complete(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable Completion body) {
        progress.complete(viewer, key, number, body == null ? null : body.finish());
        return answer(queries.require(viewer, key, number));
    }

    @DeleteMapping("/tasks/{number}/completion")
    ResponseEntity<TaskDetail> reopen(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        progress.reopen(viewer, key, number);
        return answer(queries.require(viewer, key, number));
    }

    /** The outline's order is computed, so its cursor names a task and the stretch is cut from the whole. */
    private static Page<TaskRow> stretch(List<TaskRow> all, PageRequest request) {
        var cursor = request.cursor();
        int at = cursor == null ? -1 : indexOf(all, cursor.id());
        int from = request.backwards() ? Math.max(0, at - request.size()) : at + 1;
        int to = request.backwards() ? Math.max(0, at) : Math.min(all.size(), from + request.size());
        var rows = all.subList(from, Math.max(from, to));
        return new Page<>(
                rows,
                to < all.size() && !rows.isEmpty()
                        ? Cursor.of(rows.get(rows.size() - 1).number()).encode()
                        : null,
                from > 0 && !rows.isEmpty() ? Cursor.of(rows.get(0).number()).encode() : null);
    }

    private static int indexOf(List<TaskRow> all, long number) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number() == number) {
                return i;
            }
        }
        throw new RuleViolation("common.page.badCursor").at("after");
    }

    private static ResponseEntity<TaskDetail> answer(TaskDetail task) {
        return Versions.tagged(task, task.version());
    }

    /** @param finish local to the project; null for now */
    record Completion(@Nullable LocalDateTime finish) {}
}
