package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.ClockOutcome;
import io.throughline.aftersales.sla.SlaTrialQueries;
import io.throughline.aftersales.sla.SlaTrialQueries.Compared;
import io.throughline.aftersales.sla.SlaTrialQueries.Move;
import io.throughline.aftersales.sla.SlaTrials;
import io.throughline.aftersales.sla.TrySlaTerms;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Other terms tried on past tickets, for programs: start, numbers, and the clocks behind them. */
@RestController
@RequestMapping("/api/v1/sla-trials")
@RequiredArgsConstructor
class TrialApi {

    private final SlaTrials trials;
    private final SlaTrialQueries queries;

    /**
     * @param policy id of a policy whose draft is tried
     * @param calendar id of a calendar tried in place of our hours
     */
    record NewTrial(
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Nullable Long policy,
            @Nullable Long calendar) {}

    /** @param tickets how many were counted; null while it runs */
    record TrialJson(
            long id,
            LocalDate from,
            LocalDate until,
            @Nullable String policy,
            @Nullable String calendar,
            @Nullable Integer tickets,
            List<Move> moves) {}

    @PostMapping
    ResponseEntity<Map<String, Long>> start(Viewer viewer, @Valid @RequestBody NewTrial body) {
        var job = trials.start(viewer, new TrySlaTerms(body.from(), body.until(), body.policy(), body.calendar()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.value()))
                .body(Map.of("job", job.value()));
    }

    @GetMapping
    List<TrialJson> list(Viewer viewer) {
        return queries.list(viewer).stream()
                .map(trial -> json(trial, List.of()))
                .toList();
    }

    @GetMapping("/{id}")
    TrialJson show(Viewer viewer, @PathVariable long id) {
        return json(queries.require(viewer, id), queries.moves(viewer, id));
    }

    @GetMapping("/{id}/clocks")
    ResponseEntity<List<Compared>> clocks(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable ClockType clock,
            @RequestParam(required = false) @Nullable ClockOutcome was,
            @RequestParam(required = false) @Nullable ClockOutcome becomes,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        queries.require(viewer, id);
        return Pages.of(queries.clocks(viewer, id, clock, was, becomes, PageRequest.of(after, before, size)));
    }

    private static TrialJson json(SlaTrialQueries.Trial trial, List<Move> moves) {
        return new TrialJson(
                trial.id(), trial.from(), trial.until(), trial.policyZh(), trial.calendarZh(), trial.tickets(), moves);
    }
}
