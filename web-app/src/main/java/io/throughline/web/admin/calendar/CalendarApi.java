package io.throughline.web.admin.calendar;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.throughline.foundation.calendar.CalendarDetail;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Versions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calendars for programs. A change names the version it was made from in {@code If-Match}. */
@RestController
@RequestMapping("/api/v1/calendars")
@RequiredArgsConstructor
class CalendarApi {

    private final WorkCalendars calendars;
    private final WorkCalendarQueries queries;

    /**
     * @param calendar the same shape as is sent
     * @param revision number of its present hours
     */
    record Stored(
            long id,
            int version,
            int revision,
            Instant changedAt,
            @JsonUnwrapped CalendarBody calendar) {}

    record Listed(long id, String name, String nameEn, String zone, String week, long exceptions, Instant changedAt) {}

    @GetMapping
    List<Listed> list(Viewer viewer) {
        return queries.list(viewer).stream()
                .map(row -> new Listed(
                        row.id().value(),
                        row.nameZh(),
                        row.nameEn(),
                        row.zone(),
                        row.week().toString(),
                        row.specialDays(),
                        row.changedAt()))
                .toList();
    }

    @PostMapping
    ResponseEntity<Stored> create(Viewer viewer, @RequestBody CalendarBody body) {
        var id = calendars.create(viewer, body.definition());
        return ResponseEntity.created(URI.create("/api/v1/calendars/" + id.value()))
                .body(stored(queries.require(viewer, id)));
    }

    @GetMapping("/{id}")
    ResponseEntity<Stored> show(Viewer viewer, @PathVariable long id) {
        return answer(queries.require(viewer, new WorkCalendarId(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<Stored> change(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody CalendarBody body) {
        int seen = Versions.seen(match);
        var calendar = new WorkCalendarId(id);
        calendars.change(viewer, calendar, seen, body.definition());
        return answer(queries.require(viewer, calendar));
    }

    private static ResponseEntity<Stored> answer(CalendarDetail detail) {
        return Versions.tagged(stored(detail), detail.version());
    }

    private static Stored stored(CalendarDetail detail) {
        return new Stored(
                detail.id().value(),
                detail.version(),
                detail.revision(),
                detail.changedAt(),
                CalendarBody.of(detail.definition()));
    }
}
