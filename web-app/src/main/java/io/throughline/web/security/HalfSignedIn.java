package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whoever gave the right password and still owes the one-time code. It lies in the session, opens nothing but the page
 * that asks for the code, and lapses after five minutes.
 */
record HalfSignedIn(long userId, String login, Instant since) implements Serializable {

    static final Duration LIFE = Duration.ofMinutes(5);
    private static final String ATTRIBUTE = HalfSignedIn.class.getName();

    void keep(HttpServletRequest request) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setAttribute(ATTRIBUTE, this);
    }

    static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof HalfSignedIn half
                ? Optional.of(half).filter(h -> h.since().plus(LIFE).isAfter(now))
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
