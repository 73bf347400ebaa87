package io.throughline.web.live;

import io.throughline.foundation.notification.LiveTopics;
import io.throughline.foundation.notification.StreamKey;
import io.throughline.foundation.people.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Opens a stream: {@code GET /events?topic=job:42&topic=ticket:TK-…}. The person's own topics come unasked; those not
 * permitted are left out without a word.
 *
 * <p>An event bears the name of its payload's {@code type}; its data are the payload with its {@code topic}. The event
 * {@code hello} opens each stream, {@code resync} says that some may have been missed.
 */
@Controller
@RequiredArgsConstructor
class LiveController {

    private final LiveStreams streams;
    private final LiveTopics topics;

    @GetMapping("/events")
    void open(
            Viewer viewer,
            @RequestParam(name = "topic", required = false) @Nullable List<String> asked,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (streams.isFull()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        var heard = topics.heardBy(viewer, asked == null ? List.of() : asked);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        streams.open(new StreamKey(viewer.id().value(), sessionId(request)), heard, request, response);
    }

    private static @Nullable String sessionId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
