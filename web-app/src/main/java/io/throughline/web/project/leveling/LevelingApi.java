package io.throughline.web.project.leveling;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.leveling.LevelingQueries;
import io.throughline.project.leveling.LevelingState;
import io.throughline.project.leveling.Levelings;
import io.throughline.project.leveling.RequestLeveling;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.LevelingDelays;
import io.throughline.project.schedule.PlanChange;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Resource leveling for programs; times are local to the projects. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/leveling")
class LevelingApi {

    private final Levelings levelings;
    private final LevelingDelays delays;
    private final LevelingQueries queries;
    private final ProjectQueries projects;

    /** Who has too much to do, and the last proposal. */
    @GetMapping
    LevelingState state(Viewer viewer, @PathVariable String key) {
        return queries.state(viewer, projects.requirePlan(viewer, key));
    }

    /** A job; its result is a proposal. */
    @PostMapping
    ResponseEntity<Started> start(
            Viewer viewer,
            @PathVariable String key,
            @Valid @RequestBody(required = false) @Nullable RequestLeveling command) {
        var job = levelings.start(viewer, key, Objects.requireNonNullElse(command, RequestLeveling.USUAL));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.value()))
                .body(new Started(job.value()));
    }

    /** Takes all leveling of the plan away; can be taken back as any change of it. */
    @DeleteMapping
    PlanChange clear(Viewer viewer, @PathVariable String key) {
        return delays.clear(viewer, key);
    }

    /** What it made of each plan, in the proposal's order. */
    @PostMapping("/{proposal}/application")
    List<PlanChange> apply(Viewer viewer, @PathVariable String key, @PathVariable long proposal) {
        return levelings.apply(viewer, key, proposal);
    }

    @DeleteMapping("/{proposal}/application")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Viewer viewer, @PathVariable String key, @PathVariable long proposal) {
        levelings.undo(viewer, key, proposal);
    }

    @DeleteMapping("/{proposal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Viewer viewer, @PathVariable String key, @PathVariable long proposal) {
        levelings.discard(viewer, key, proposal);
    }

    record Started(long job) {}
}
