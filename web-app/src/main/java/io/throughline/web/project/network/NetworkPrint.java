package io.throughline.web.project.network;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.NetworkChartQueries;
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

/** Answers with the network diagram as a PDF: all of what the address asks for, on A4 or A3. */
@Component
@RequiredArgsConstructor
class NetworkPrint {

    private final NetworkChartQueries charts;
    private final NetworkPdf pdf;
    private final ProjectQueries projects;
    private final Clock clock;

    void send(Viewer viewer, String key, NetworkAddress address, @Nullable PdfPaper paper, HttpServletResponse response)
            throws IOException {
        var project = projects.requirePlan(viewer, key);
        var today = LocalDate.now(clock.withZone(project.zone()));
        var chart = charts.of(viewer, project, address.view().whole())
                .orElseThrow(() -> new RuleViolation("project.network.impossible"));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                project.key() + " " + project.name() + " PERT " + today + ".pdf",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        pdf.write(project, chart, address, paper == null ? PdfPaper.A4 : paper, today, response.getOutputStream());
    }
}
