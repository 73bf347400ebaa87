package io.throughline.web.project.timesheet;

import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.timesheet.CorrectTime;
import io.throughline.project.timesheet.SaveTimesheet;
import io.throughline.project.timesheet.TimesheetDecisions;
import io.throughline.project.timesheet.TimesheetQueries;
import io.throughline.project.timesheet.TimesheetQueries.WaitingSheet;
import io.throughline.project.timesheet.TimesheetStatus;
import io.throughline.project.timesheet.TimesheetView;
import io.throughline.project.timesheet.TimesheetView.Row;
import io.throughline.project.timesheet.TimesheetWeek;
import io.throughline.project.timesheet.Timesheets;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weeks of hours for programs; a person is named by login, a week like {@code 2026-W47}. Only the own are written. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/timesheets")
class TimesheetApi {

    private static final int MOST_WAITING = 200;

    private final Timesheets sheets;
    private final TimesheetDecisions decisions;
    private final TimesheetQueries queries;

    record Sheet(
            String person,
            String name,
            String week,
            LocalDate monday,
            TimesheetStatus status,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason,
            long minutes,
            List<Long> capacityMinutes,
            List<Row> rows) {

        static Sheet of(TimesheetView view) {
            return new Sheet(
                    view.person(),
                    view.name(),
                    view.week().code(),
                    view.week().monday(),
                    view.status(),
                    view.submittedAt(),
                    view.decidedAt(),
                    view.decidedBy(),
                    view.reason(),
                    view.minutes(),
                    view.capacityMinutes(),
                    view.rows());
        }
    }

    /** @param reason needed to reject */
    record Decision(
            @NotNull Boolean approved,
            @Nullable @Size(max = 500) String reason) {}

    @GetMapping("/waiting")
    List<WaitingRow> waiting(Viewer viewer, @RequestParam(defaultValue = "50") int size) {
        return queries.waiting(viewer, Math.min(Math.max(size, 1), MOST_WAITING)).stream()
                .map(WaitingRow::of)
                .toList();
    }

    /** @param waitingMinutes of the hours the caller decides about, those not yet approved */
    record WaitingRow(
            String person,
            String name,
            String week,
            int version,
            Instant submittedAt,
            long minutes,
            long waitingMinutes,
            boolean correction) {

        static WaitingRow of(WaitingSheet sheet) {
            return new WaitingRow(
                    sheet.person(),
                    sheet.name(),
                    sheet.week().code(),
                    sheet.version(),
                    sheet.submittedAt(),
                    sheet.minutes(),
                    sheet.waitingMinutes(),
                    sheet.correction());
        }
    }

    @GetMapping("/{person}/{week}")
    ResponseEntity<Sheet> show(Viewer viewer, @PathVariable String person, @PathVariable String week) {
        var view = queries.of(viewer, person, TimesheetWeek.parse(week));
        return Versions.tagged(Sheet.of(view), view.version());
    }

    /** The whole week: hours that are not named go, approved ones stay. */
    @PutMapping("/{person}/{week}")
    ResponseEntity<Sheet> replace(
            Viewer viewer,
            @PathVariable String person,
            @PathVariable String week,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody SaveTimesheet command) {
        requireOwn(viewer, person);
        var whole = new SaveTimesheet(Versions.seen(match), command.entries(), command.remaining());
        sheets.replace(viewer, TimesheetWeek.parse(week), whole);
        return show(viewer, person, week);
    }

    @PostMapping("/{person}/{week}/submission")
    ResponseEntity<Sheet> submit(Viewer viewer, @PathVariable String person, @PathVariable String week) {
        requireOwn(viewer, person);
        sheets.submit(viewer, TimesheetWeek.parse(week));
        return show(viewer, person, week);
    }

    @DeleteMapping("/{person}/{week}/submission")
    ResponseEntity<Sheet> withdraw(Viewer viewer, @PathVariable String person, @PathVariable String week) {
        requireOwn(viewer, person);
        sheets.withdraw(viewer, TimesheetWeek.parse(week));
        return show(viewer, person, week);
    }

    @PostMapping("/{person}/{week}/corrections")
    ResponseEntity<Sheet> correct(
            Viewer viewer,
            @PathVariable String person,
            @PathVariable String week,
            @Valid @RequestBody CorrectTime command) {
        requireOwn(viewer, person);
        sheets.correct(viewer, TimesheetWeek.parse(week), command);
        return show(viewer, person, week);
    }

    @PostMapping("/{person}/{week}/decision")
    ResponseEntity<Sheet> decide(
            Viewer viewer,
            @PathVariable String person,
            @PathVariable String week,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody Decision decision) {
        var at = TimesheetWeek.parse(week);
        int seen = Versions.seen(match);
        if (decision.approved()) {
            decisions.approve(viewer, person, at, seen);
        } else {
            decisions.reject(viewer, person, at, seen, decision.reason());
        }
        return show(viewer, person, week);
    }

    private static void requireOwn(Viewer viewer, String person) {
        if (!person.equalsIgnoreCase(viewer.login())) {
            throw new NotAllowed("write the hours of " + person);
        }
    }
}
