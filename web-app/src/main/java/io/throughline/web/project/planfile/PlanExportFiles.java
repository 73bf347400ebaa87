package io.throughline.web.project.planfile;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PlanExports;
import io.throughline.project.schedule.planfile.MspdiFile;
import io.throughline.web.export.Exports;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes a plan as a file into an answer: for Microsoft Project, as a sheet, for calendar programs. */
@Component
@RequiredArgsConstructor
class PlanExportFiles {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final PlanExports plans;
    private final PlanSheets sheets;
    private final PlanCalendarFiles calendars;
    private final Exports exports;
    private final Clock clock;

    void xml(Viewer viewer, String key, HttpServletResponse response) throws IOException {
        var plan = plans.of(viewer, key);
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(viewer, key, "xml"));
        MspdiFile.write(plan, response.getOutputStream());
    }

    void sheet(Viewer viewer, String key, HttpServletRequest request, HttpServletResponse response) throws IOException {
        exports.send(viewer, sheets.of(key, plans.of(viewer, key)), request, response);
    }

    ResponseEntity<String> calendar(Viewer viewer, String key) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(viewer, key, "ics"))
                .body(calendars.of(viewer, key));
    }

    private String named(Viewer viewer, String key, String ending) {
        var today = LocalDate.now(clock.withZone(viewer.zone()));
        return ContentDisposition.attachment()
                .filename(key + "-" + today + "." + ending)
                .build()
                .toString();
    }
}
