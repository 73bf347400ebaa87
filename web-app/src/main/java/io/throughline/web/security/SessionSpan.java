package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a session lasts: some idle hours, and however busy, a day. */
public final class SessionSpan {

    private static final Duration LONGEST = Duration.ofHours(24);

    private SessionSpan() {}

    /** What is left of the request's session if this request is its last; empty without a session, never negative. */
    public static Optional<Duration> left(HttpServletRequest request, Instant now) {
        return Optional.ofNullable(request.getSession(false)).map(session -> {
            var idle = Duration.ofSeconds(session.getMaxInactiveInterval());
            var day = Duration.between(now, end(session));
            var shorter = idle.compareTo(day) < 0 ? idle : day;
            return shorter.isNegative() ? Duration.ZERO : shorter;
        });
    }

    static boolean isOver(HttpSession session, Instant now) {
        return end(session).isBefore(now);
    }

    private static Instant end(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST);
    }
}
