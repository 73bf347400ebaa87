package io.throughline.web.project.planfile;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a plan, below the address of its project. */
@RequiredArgsConstructor
abstract class PlanExportAddresses {

    private final PlanExportFiles files;

    @Limited(Limit.EXPORT)
    @GetMapping("/export.xml")
    void xml(Viewer viewer, @PathVariable String key, HttpServletResponse response) throws IOException {
        files.xml(viewer, key, response);
    }

    @Limited(Limit.EXPORT)
    @GetMapping("/export.csv")
    void csv(Viewer viewer, @PathVariable String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.sheet(viewer, key, request, response);
    }

    @Limited(Limit.EXPORT)
    @GetMapping("/export.xlsx")
    void xlsx(Viewer viewer, @PathVariable String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.sheet(viewer, key, request, response);
    }

    @Limited(Limit.EXPORT)
    @GetMapping("/export.ics")
    ResponseEntity<String> calendar(Viewer viewer, @PathVariable String key) {
        return files.calendar(viewer, key);
    }
}
