package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.Fold;
import io.throughline.project.schedule.GanttQueries;
import io.throughline.project.schedule.PlanView;
import io.throughline.web.print.PdfPaper;
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
import org.springframework.stereotype.Component;

/** Answers with the Gantt chart as a PDF: all rows that show, on A4 or A3. */
@Component
@RequiredArgsConstructor
class GanttPrint {

    private final GanttQueries gantts;
    private final GanttPdf pdf;
    private final ProjectQueries projects;
    private final Clock clock;

    void send(
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
