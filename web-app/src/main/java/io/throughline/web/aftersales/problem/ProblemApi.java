package io.throughline.web.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.problem.FaultCauses;
import io.throughline.aftersales.problem.ProblemDetail;
import io.throughline.aftersales.problem.ProblemFilter;
import io.throughline.aftersales.problem.ProblemOffer;
import io.throughline.aftersales.problem.ProblemOffers;
import io.throughline.aftersales.problem.ProblemQueries;
import io.throughline.aftersales.problem.ProblemRow;
import io.throughline.aftersales.problem.ProblemState;
import io.throughline.aftersales.problem.ProblemTicket;
import io.throughline.aftersales.problem.Problems;
import io.throughline.aftersales.problem.SaveProblem;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Problems, the causes behind faults and what is known of a ticket's fault, for programs. */
@RestController
@RequiredArgsConstructor
class ProblemApi {

    private static final int USUAL_LEAST = 3;

    private final Problems problems;
    private final ProblemQueries queries;
    private final ProblemOffers offers;
    private final ProblemArticle article;
    private final FaultCauses causes;
    private final TicketDetailQueries tickets;

    /** @param to the next state of the course */
    record Move(@NotNull @Nullable ProblemState to) {}

    /** A problem with the tickets behind it that the reader may see. */
    record Shown(ProblemDetail problem, List<ProblemTicket> tickets) {}

    @GetMapping("/api/v1/problems")
    ResponseEntity<List<ProblemRow>> list(
            Viewer viewer,
            @RequestParam(name = "filter.state", required = false) @Nullable ProblemState state,
            @RequestParam(name = "filter.cause", required = false) @Nullable FaultCause cause,
            @RequestParam(name = "filter.open", required = false) @Nullable Boolean open,
            @RequestParam(name = "filter.knownError", required = false) @Nullable Boolean knownError,
            @RequestParam(name = "filter.mine", defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var filter = new ProblemFilter(state == null ? Set.of() : Set.of(state), open, cause, knownError, mine);
        return Pages.of(queries.rows(viewer, filter, PageRequest.of(after, before, size)));
    }

    @PostMapping("/api/v1/problems")
    ResponseEntity<Shown> open(Viewer viewer, @Valid @RequestBody SaveProblem body) {
        var number = problems.open(viewer, body);
        var shown = shown(viewer, number);
        return Versions.created(
                "/api/v1/problems/" + number, shown, shown.problem().version());
    }

    @GetMapping("/api/v1/problems/{number}")
    ResponseEntity<Shown> show(Viewer viewer, @PathVariable String number) {
        var shown = shown(viewer, number);
        return Versions.tagged(shown, shown.problem().version());
    }

    /** What the body leaves out is taken away; the tickets stay. */
    @PutMapping("/api/v1/problems/{number}")
    ResponseEntity<Shown> change(
            Viewer viewer,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody SaveProblem body) {
        problems.change(viewer, number, body.seen(Versions.seen(match)));
        return show(viewer, number);
    }

    @PutMapping("/api/v1/problems/{number}/state")
    ResponseEntity<Shown> move(
            Viewer viewer,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody Move body) {
        problems.moveTo(viewer, number, Objects.requireNonNull(body.to()), Versions.seen(match));
        return show(viewer, number);
    }

    @PutMapping("/api/v1/problems/{number}/tickets/{ticket}")
    ResponseEntity<Shown> link(Viewer viewer, @PathVariable String number, @PathVariable String ticket) {
        problems.link(viewer, number, ticket);
        return show(viewer, number);
    }

    @DeleteMapping("/api/v1/problems/{number}/tickets/{ticket}")
    ResponseEntity<Shown> unlink(Viewer viewer, @PathVariable String number, @PathVariable String ticket) {
        problems.unlink(viewer, number, ticket);
        return show(viewer, number);
    }

    @PostMapping("/api/v1/problems/{number}/article")
    ResponseEntity<Shown> tell(Viewer viewer, @PathVariable String number) {
        problems.tell(viewer, number, article.of(queries.detail(viewer, number), viewer.locale()));
        return show(viewer, number);
    }

    @GetMapping("/api/v1/problems/causes")
    List<FaultCauses.Line> causes(Viewer viewer, @RequestParam(required = false) @Nullable Integer days) {
        return causes.pareto(viewer, CauseController.days(days));
    }

    @GetMapping("/api/v1/problems/candidates")
    List<FaultCauses.Candidate> candidates(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Integer least) {
        return causes.candidates(viewer, CauseController.days(days), least == null ? USUAL_LEAST : least);
    }

    /** The problem behind a ticket; 404 where there is none. */
    @GetMapping("/api/v1/tickets/{number}/problem")
    ProblemOffer behind(Viewer viewer, @PathVariable String number) {
        var ticket = tickets.detail(viewer, number);
        return offers.behind(viewer, ticket.id()).orElseThrow(() -> new NotFound("problem", number));
    }

    private Shown shown(Viewer viewer, String number) {
        var problem = queries.detail(viewer, number);
        return new Shown(problem, queries.tickets(viewer, problem));
    }
}
