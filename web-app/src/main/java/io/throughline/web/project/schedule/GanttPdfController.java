package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.Fold;
import io.throughline.project.schedule.GanttQueries;
import io.throughline.project.schedule.PlanView;
import io.throughline.web.print.PdfPaper;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The Gantt chart as a PDF: all rows that show, on A4 or A3. */
@Controller
@RequiredArgsConstructor
class GanttPdfController {

    private final GanttQueries gantts;
    private final GanttPdf pdf;
    private final ProjectQueries projects;
    private final Clock clock;

    /** @param paper A4 or A3, lying on its side */
    @Limited(Limit.EXPORT)
    @ResponseBody
    @GetMapping("/projects/{key}/schedule/gantt.pdf")
    void export(
            Viewer viewer,
            @PathVariable String key,
            PlanAddress address,
            GanttAddress how,
            @RequestParam(required = false) @Nullable PdfPaper paper,
            HttpServletResponse response)
            throws IOException {
        send(viewer, key, address, how, paper, response);
    }

    /** The same for programs, which name each parameter. */
    @Limited(Limit.EXPORT)
    @ResponseBody
    @GetMapping("/api/v1/projects/{key}/export.pdf")
    void exportByName(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String zoom,
            @RequestParam(required = false) @Nullable Integer baseline,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable LocalDate status,
            @RequestParam(required = false) @Nullable String fold,
            @RequestParam(required = false) @Nullable PdfPaper paper,
            HttpServletResponse response)
            throws IOException {
        var how = new GanttAddress(zoom, baseline, show, status);
        send(viewer, key, new PlanAddress(null, null, null, fold, null), how, paper, response);
    }

    private void send(
            Viewer viewer,
            String key,
            PlanAddress address,
            GanttAddress how,
            @Nullable PdfPaper paper,
            HttpServletResponse response)
            throws IOException {
        var project = projects.requirePlan(viewer, key);
        var today = LocalDate.now(clock.withZone(project.zone()));
        var view = PlanView.whole(Fold.parse(address.fold()), address.view().critical());
        var gantt = gantts.of(viewer, project, view, how.baseline());
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(project.key() + " " + project.name() + " " + today + ".pdf", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        pdf.write(project, gantt, how, paper == null ? PdfPaper.A4 : paper, today, response.getOutputStream());
    }
}
