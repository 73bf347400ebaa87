package io.throughline.web.project.scope;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.scope.DeliverableQueries;
import io.throughline.project.scope.DeliverableRow;
import io.throughline.project.scope.Deliverables;
import io.throughline.project.scope.SaveDeliverable;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deliverables for programs. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/deliverables")
class DeliverableApi {

    private final Deliverables deliverables;
    private final DeliverableQueries queries;

    @GetMapping
    List<DeliverableRow> list(Viewer viewer, @PathVariable String key) {
        return queries.list(viewer, key);
    }

    @PostMapping
    ResponseEntity<DeliverableRow> add(
            Viewer viewer, @PathVariable String key, @Valid @RequestBody SaveDeliverable command) {
        int number = deliverables.add(viewer, key, command);
        var row = queries.require(viewer, key, number);
        return Versions.created("/api/v1/projects/" + key + "/deliverables/" + number, row, row.version());
    }

    @GetMapping("/{number}")
    ResponseEntity<DeliverableRow> show(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        var row = queries.require(viewer, key, number);
        return Versions.tagged(row, row.version());
    }
}
