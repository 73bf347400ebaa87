package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.StepChange;
import io.throughline.aftersales.ticket.StepPreview;
import io.throughline.aftersales.ticket.TicketBatches;
import io.throughline.aftersales.ticket.TicketSteps;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Many tickets changed at once, for programs: each with its result. */
@RestController
@RequiredArgsConstructor
class TicketBulkApi {

    private final TicketBatches batches;
    private final HoldTimes holdTimes;

    /**
     * @param preview whether nothing is changed and only said what would be
     * @param holdUntil an instant, or a day: its first minute in the company's zone
     * @param release whether they go back to the queue
     */
    record Bulk(
            @NotEmpty @Size(max = TicketBatches.MOST) List<String> tickets,
            @Nullable Boolean preview,
            @Nullable @Size(max = 40) String status,
            @Nullable @Size(max = 500) String holdReason,
            @Nullable @Size(max = 40) String holdUntil,
            @Nullable Priority priority,
            @Nullable Long team,
            @Nullable Long assignee,
            @Nullable Boolean release,
            @Nullable Set<@Size(max = 40) String> tags) {

        TicketSteps steps(@Nullable Instant until) {
            return new TicketSteps(
                    status,
                    holdReason,
                    until,
                    priority,
                    team,
                    assignee,
                    Boolean.TRUE.equals(release),
                    Objects.requireNonNullElse(tags, Set.of()));
        }
    }

    /** @param refusal message key of the rule that stands against it; then nothing of the ticket changes */
    record Result(
            String ticket,
            List<StepChange> changes,
            @Nullable String refusal) {

        static Result of(StepPreview said) {
            return new Result(said.number(), said.changes(), said.refusal());
        }
    }

    /** @param batch to undo it by; null for a preview */
    record Outcome(@Nullable Long batch, int changed, List<Result> results) {}

    @PostMapping("/api/v1/tickets/bulk")
    Outcome change(Viewer viewer, @Valid @RequestBody Bulk body) {
        var steps = body.steps(holdTimes.sent(body.holdUntil()));
        if (steps.isEmpty()) {
            throw new RuleViolation("aftersales.desk.stepNeeded");
        }
        var said = batches.preview(viewer, body.tickets(), steps);
        var results = said.stream().map(Result::of).toList();
        if (Boolean.TRUE.equals(body.preview())) {
            return new Outcome(
                    null,
                    (int) said.stream().filter(StepPreview::changesSomething).count(),
                    results);
        }
        var done = batches.run(viewer, TicketBatches.Kind.BULK, "API", body.tickets(), steps);
        return new Outcome(done.batch(), done.changed(), results);
    }

    @DeleteMapping("/api/v1/ticket-batches/{batch}")
    TicketBatches.Undone undo(Viewer viewer, @PathVariable long batch) {
        return batches.undo(viewer, batch);
    }
}
