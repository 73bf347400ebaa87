package io.throughline.web.export;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends a list as a file, in the format its address ends with. The rows are read stretch by stretch with the page's own
 * query, so scope, filters and order are those of the page.
 */
@Component
@RequiredArgsConstructor
public class Exports {

    private final Words words;
    private final Clock clock;

    public <T> void send(Viewer viewer, Table<T> table, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var format = TableFormat.ofAddress(request.getRequestURI());
        var file = table.name() + "-" + LocalDate.now(clock.withZone(viewer.zone())) + "." + format.ending();
        response.setContentType(format.type().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        format.write(table, viewer.zone(), words.text("web.export.more"), response.getOutputStream());
    }
}
