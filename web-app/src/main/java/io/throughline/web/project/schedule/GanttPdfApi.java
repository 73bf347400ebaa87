package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.print.PdfPaper;
import io.throughline.web.project.InDrafts;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Gantt chart as a PDF for programs, which name each parameter. */
@RestController
@RequiredArgsConstructor
@InDrafts
class GanttPdfApi {

    private final GanttPrint print;

    @Limited(Limit.EXPORT)
    @GetMapping("/api/v1/projects/{key}/export.pdf")
    void export(
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
        print.send(viewer, key, new PlanAddress(null, null, null, fold, null), how, paper, response);
    }
}
