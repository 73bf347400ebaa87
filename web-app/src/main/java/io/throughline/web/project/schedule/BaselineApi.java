package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.BaselineComparison;
import io.throughline.project.schedule.BaselineQueries;
import io.throughline.project.schedule.BaselineRow;
import io.throughline.project.schedule.Baselines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Baselines for programs: set with approval, and what became of them. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/baselines")
class BaselineApi {

    private final Baselines baselines;
    private final BaselineQueries queries;

    @GetMapping
    List<BaselineRow> list(Viewer viewer, @PathVariable String key) {
        return queries.list(viewer, key);
    }

    /** Freezes the plan as it stands; a project manager's waits for a manager. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<BaselineRow> propose(Viewer viewer, @PathVariable String key, @Valid @RequestBody NewBaseline command) {
        baselines.propose(viewer, key, command.note());
        return queries.list(viewer, key);
    }

    @PostMapping("/proposal/decision")
    List<BaselineRow> decide(Viewer viewer, @PathVariable String key, @Valid @RequestBody Decision decision) {
        if (decision.approved()) {
            baselines.approve(viewer, key);
        } else {
            baselines.refuse(viewer, key, decision.reason());
        }
        return queries.list(viewer, key);
    }

    /**
     * @param word {@code r0}, or {@code proposal}
     * @param with another one; without, the plan as it stands
     */
    @GetMapping("/{word}/comparison")
    BaselineComparison compare(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String with) {
        return queries.compare(viewer, key, word, with);
    }

    record NewBaseline(@Nullable @Size(max = 500) String note) {}

    /** @param reason needed to refuse */
    record Decision(
            @NotNull Boolean approved,
            @Nullable @Size(max = 500) String reason) {}
}
