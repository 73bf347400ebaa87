package io.throughline.web.project.network;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.print.PdfPaper;
import io.throughline.web.project.InDrafts;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network diagram as a PDF for programs, which name each parameter. */
@RestController
@RequiredArgsConstructor
@InDrafts
class NetworkPdfApi {

    private final NetworkPrint print;

    /**
     * @param zoom {@code card}, {@code name} or {@code dot}
     * @param of number of the task whose neighbours alone are drawn, {@code steps} how far they reach
     * @param critical only critical tasks
     */
    @Limited(Limit.EXPORT)
    @GetMapping("/api/v1/projects/{key}/schedule/network.pdf")
    void export(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String zoom,
            @RequestParam(required = false) @Nullable Integer of,
            @RequestParam(required = false) @Nullable Integer steps,
            @RequestParam(required = false) @Nullable Boolean critical,
            @RequestParam(required = false) @Nullable PdfPaper paper,
            HttpServletResponse response)
            throws IOException {
        var task = of == null ? null : String.valueOf(of);
        var address = new NetworkAddress(zoom, null, null, null, task, steps, critical, null);
        print.send(viewer, key, address, paper, response);
    }
}
