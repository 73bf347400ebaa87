package io.throughline.web.project.leave;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.leave.AskForLeave;
import io.throughline.project.leave.LeaveQueries;
import io.throughline.project.leave.LeaveQueries.Away;
import io.throughline.project.leave.LeaveQueries.MetTask;
import io.throughline.project.leave.LeaveRequestId;
import io.throughline.project.leave.LeaveRequests;
import io.throughline.project.leave.LeaveRow;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leave for programs: the own to ask for and take back, that of others to decide about. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/leave")
class LeaveApi {

    private static final int MOST = 200;

    private final LeaveRequests requests;
    private final LeaveQueries queries;

    /** @param away who of the person's teams and projects is away too */
    record Request(LeaveRow request, List<Away> away, List<MetTask> tasks) {}

    /** @param reason needed to reject */
    record Decision(
            @NotNull Boolean approved,
            @Nullable @Size(max = 500) String reason) {}

    @GetMapping
    List<LeaveRow> mine(Viewer viewer) {
        return queries.mine(viewer, MOST);
    }

    @PostMapping
    ResponseEntity<Request> ask(Viewer viewer, @Valid @RequestBody AskForLeave command) {
        var id = requests.ask(viewer, command);
        var made = read(viewer, id);
        return Versions.created(
                "/api/v1/leave/" + id.value(), made, made.request().version());
    }

    @GetMapping("/waiting")
    List<LeaveRow> waiting(Viewer viewer) {
        return queries.waiting(viewer, MOST);
    }

    @GetMapping("/{id}")
    ResponseEntity<Request> show(Viewer viewer, @PathVariable long id) {
        var one = read(viewer, new LeaveRequestId(id));
        return Versions.tagged(one, one.request().version());
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Request> cancel(Viewer viewer, @PathVariable long id) {
        requests.cancel(viewer, new LeaveRequestId(id));
        return show(viewer, id);
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<Request> decide(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody Decision decision) {
        int seen = Versions.seen(match);
        if (decision.approved()) {
            requests.approve(viewer, new LeaveRequestId(id), seen);
        } else {
            requests.reject(viewer, new LeaveRequestId(id), seen, decision.reason());
        }
        return show(viewer, id);
    }

    private Request read(Viewer viewer, LeaveRequestId id) {
        return new Request(queries.require(viewer, id), queries.away(viewer, id), queries.met(viewer, id));
    }
}
