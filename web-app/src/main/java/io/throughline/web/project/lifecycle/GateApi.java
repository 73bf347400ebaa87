package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DecideGate;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.GateSheet;
import io.throughline.project.lifecycle.Gates;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.WaiveCriterion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

    /** Asks to go on without a criterion, with a reason; a manager decides. */
    @PostMapping("/waivers")
    GateSheet waive(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @Valid @RequestBody WaiveCriterion command) {
        gates.waive(viewer, key, phase, command);
        return queries.sheet(viewer, key, phase);
    }

    @PostMapping("/waivers/{criterion}/decision")
    GateSheet decideWaiver(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @PathVariable String criterion,
            @Valid @RequestBody WaiverDecision decision) {
        gates.decideWaiver(viewer, key, phase, criterion, decision.granted());
        return queries.sheet(viewer, key, phase);
    }

    record WaiverDecision(@NotNull Boolean granted) {}

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
