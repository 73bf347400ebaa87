package io.throughline.web.project.simulation;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.simulation.RunSimulation;
import io.throughline.project.simulation.SimulationQueries;
import io.throughline.project.simulation.SimulationResult;
import io.throughline.project.simulation.Simulations;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How sure a plan's finish is, for programs; times are local to the project. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/simulation")
class SimulationApi {

    private final Simulations simulations;
    private final SimulationQueries queries;
    private final ProjectQueries projects;

    /** A job; its result is that of {@link #last}. */
    @PostMapping
    ResponseEntity<Started> start(
            Viewer viewer,
            @PathVariable String key,
            @Valid @RequestBody(required = false) @Nullable RunSimulation command) {
        var job = simulations.start(viewer, key, Objects.requireNonNullElse(command, RunSimulation.USUAL));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.value()))
                .body(new Started(job.value()));
    }

    /** What the last simulation that ended well came to. */
    @GetMapping
    Kept last(Viewer viewer, @PathVariable String key) {
        var last = queries.last(viewer, projects.requirePlan(viewer, key));
        if (last.result() == null || last.madeAt() == null) {
            throw new NotFound("simulation of project", key);
        }
        return new Kept(last.madeAt(), last.stale(), last.result());
    }

    record Started(long job) {}

    /** @param stale whether the plan has changed since */
    record Kept(Instant madeAt, boolean stale, SimulationResult result) {}
}
