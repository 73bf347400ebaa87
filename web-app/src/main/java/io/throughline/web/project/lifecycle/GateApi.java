package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DecideGate;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.GateSheet;
import io.throughline.project.lifecycle.Gates;
import io.throughline.project.lifecycle.Phase;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gates for programs: the criteria as they stand, and the decision. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/gates/{phase}")
class GateApi {

    private final Gates gates;
    private final GateQueries queries;

    @GetMapping
    GateSheet show(Viewer viewer, @PathVariable String key, @PathVariable Phase phase) {
        return queries.sheet(viewer, key, phase);
    }

    @PostMapping("/decision")
    GateSheet decide(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @Valid @RequestBody DecideGate command) {
        gates.decide(viewer, key, phase, command);
        return queries.sheet(viewer, key, phase);
    }
}
