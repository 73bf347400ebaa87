package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AgentPauses;
import io.throughline.aftersales.assignment.AssignmentChoice;
import io.throughline.aftersales.assignment.Candidate;
import io.throughline.aftersales.assignment.DutyQueries;
import io.throughline.aftersales.assignment.PauseTickets;
import io.throughline.aftersales.assignment.TicketAssignments;
import io.throughline.aftersales.assignment.Verdict;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assignment by rule, who is on duty and who takes no tickets, for programs. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class TicketRuleApi {

    private final TicketAssignments assignments;
    private final DutyQueries duty;
    private final AgentPauses pauses;

    /**
     * What a rule comes to.
     *
     * @param assignee login; null where nobody gets the ticket
     * @param next when the first of the team is back, where nobody is there
     * @param lacking skills nobody there has
     */
    record Choice(
            Verdict verdict,
            @Nullable String assignee,
            @Nullable Instant next,
            List<String> lacking,
            List<Candidate> people) {

        static Choice of(AssignmentChoice choice) {
            var chosen = choice.chosen();
            return new Choice(
                    choice.verdict(),
                    chosen == null ? null : chosen.login(),
                    choice.next(),
                    choice.lacking(),
                    choice.all());
        }
    }

    record Duty(List<Candidate> people, List<DutyQueries.Waits> waiting) {}

    /** What the rule would choose now; nothing is done. */
    @GetMapping("/tickets/{number}/assignment")
    Choice explain(Viewer viewer, @PathVariable String number) {
        return Choice.of(assignments.explain(viewer, number));
    }

    /** Where nobody may get it, the ticket waits until somebody may. */
    @PostMapping("/tickets/{number}/assignment")
    Choice assign(Viewer viewer, @PathVariable String number) {
        return Choice.of(assignments.byRule(viewer, number).choice());
    }

    @GetMapping("/teams/{team}/duty")
    Duty duty(Viewer viewer, @PathVariable long team) {
        var found = duty.of(viewer, new TeamId(team));
        return new Duty(found.people(), found.waiting());
    }

    @PutMapping("/agents/{login}/pause")
    ResponseEntity<Void> pause(Viewer viewer, @PathVariable String login, @Valid @RequestBody PauseTickets body) {
        pauses.pause(viewer, login, body);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/agents/{login}/pause")
    ResponseEntity<Void> resume(Viewer viewer, @PathVariable String login) {
        pauses.resume(viewer, login);
        return ResponseEntity.noContent().build();
    }
}
