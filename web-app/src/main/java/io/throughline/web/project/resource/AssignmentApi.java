package io.throughline.web.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.AssignmentQueries;
import io.throughline.project.resource.AssignmentRow;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.ChangeAssignment;
import io.throughline.project.resource.ResourceId;
import io.throughline.web.project.InDrafts;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who works on a task, for programs; an assignment is known by its resource. */
@RestController
@RequiredArgsConstructor
@InDrafts
@RequestMapping("/api/v1/projects/{key}/tasks/{number}/assignments")
class AssignmentApi {

    private final Assignments assignments;
    private final AssignmentQueries queries;
    private final MergePatch patches;

    @GetMapping
    List<AssignmentRow> list(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        return queries.of(viewer, key, number);
    }

    @PostMapping
    ResponseEntity<AssignmentRow> add(
            Viewer viewer, @PathVariable String key, @PathVariable int number, @Valid @RequestBody Assign command) {
        assignments.add(viewer, key, number, command);
        var made = queries.require(viewer, key, number, new ResourceId(command.resource()));
        return Versions.created(
                "/api/v1/projects/%s/tasks/%d/assignments/%d".formatted(key, number, command.resource()),
                made,
                made.version());
    }

    @GetMapping("/{resource}")
    ResponseEntity<AssignmentRow> show(
            Viewer viewer, @PathVariable String key, @PathVariable int number, @PathVariable long resource) {
        var row = queries.require(viewer, key, number, new ResourceId(resource));
        return Versions.tagged(row, row.version());
    }

    /** With another resource the assignment goes over to that. */
    @PatchMapping(
            path = "/{resource}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<AssignmentRow> change(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long resource,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(match);
        var now = queries.require(viewer, key, number, new ResourceId(resource));
        var command = patches.apply(new ChangeAssignment(seen, now.resource(), now.units(), now.workMinutes()), patch);
        assignments.change(viewer, key, number, new ResourceId(resource), command);
        return show(viewer, key, number, command.resource());
    }

    @DeleteMapping("/{resource}")
    ResponseEntity<Void> remove(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long resource,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        assignments.remove(viewer, key, number, new ResourceId(resource), Versions.seen(match));
        return ResponseEntity.noContent().build();
    }
}
