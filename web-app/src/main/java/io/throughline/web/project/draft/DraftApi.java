package io.throughline.web.project.draft;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.leveling.Levelings;
import io.throughline.project.leveling.RequestLeveling;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.schedule.DraftComparison;
import io.throughline.project.schedule.DraftLine.Side;
import io.throughline.project.schedule.DraftRow;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.PlanDraftQueries;
import io.throughline.project.schedule.PlanDrafts;
import io.throughline.project.schedule.SaveDraft;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts for programs; inside one, the calls of plans are made under its key, {@code HTC~2}. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/drafts")
class DraftApi {

    private final PlanDrafts drafts;
    private final PlanDraftQueries queries;
    private final Levelings levelings;
    private final MergePatch patches;

    @GetMapping
    List<DraftRow> list(Viewer viewer, @PathVariable String key) {
        return queries.list(viewer, key);
    }

    @PostMapping
    ResponseEntity<DraftRow> begin(Viewer viewer, @PathVariable String key, @Valid @RequestBody SaveDraft command) {
        int number = drafts.begin(viewer, key, command);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + key + "/drafts/" + number))
                .body(queries.require(viewer, key, number));
    }

    @GetMapping("/{number}")
    ResponseEntity<DraftRow> show(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        var draft = queries.require(viewer, key, number);
        return Versions.tagged(draft, draft.version());
    }

    @PatchMapping(
            path = "/{number}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<DraftRow> rename(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(match);
        var draft = queries.require(viewer, key, number);
        var command = patches.apply(new SaveDraft(draft.name(), draft.note()), patch);
        drafts.rename(viewer, key, number, command, seen);
        return show(viewer, key, number);
    }

    /** What it changes, with clashes, and what became of dates, work and load. */
    @GetMapping("/{number}/comparison")
    DraftComparison compare(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        return queries.compare(viewer, key, number);
    }

    @PostMapping("/{number}/merge")
    PlanChange merge(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @RequestBody(required = false) @Nullable Decisions body) {
        return drafts.merge(viewer, key, number, body == null ? Map.of() : body.choices());
    }

    /** A job; what it finds is a change of the draft. */
    @PostMapping("/{number}/leveling")
    ResponseEntity<Started> level(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @RequestBody(required = false) @Nullable RequestLeveling command) {
        var job = levelings.start(
                viewer, new DraftKey(key, number), Objects.requireNonNullElse(command, RequestLeveling.USUAL));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.value()))
                .body(new Started(job.value()));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        drafts.discard(viewer, key, number);
    }

    /** @param choices by the id of a line of the comparison */
    record Decisions(@NotNull @Size(max = 10_000) Map<String, Side> choices) {}

    record Started(long job) {}
}
