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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The network diagram as a PDF. */
@Controller
@RequiredArgsConstructor
@InDrafts
class NetworkPdfController {

    private final NetworkPrint print;

    /** @param paper A4 or A3, lying on its side */
    @Limited(Limit.EXPORT)
    @ResponseBody
    @GetMapping("/projects/{key}/schedule/network.pdf")
    void export(
            Viewer viewer,
            @PathVariable String key,
            NetworkAddress address,
            @RequestParam(required = false) @Nullable PdfPaper paper,
            HttpServletResponse response)
            throws IOException {
        print.send(viewer, key, address, paper, response);
    }
}
