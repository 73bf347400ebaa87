package io.throughline.web.rest;

import io.throughline.web.security.CurrentViewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A repeated POST with the same key is answered like the first and done once.
 *
 * <p>Programs send {@code Idempotency-Key} (after draft-ietf-httpapi-idempotency-key-header-07), forms a hidden field
 * {@code _key}. Kept for 24 hours, per user. A first answer that created nothing (a form shown again with errors, a 4xx)
 * frees the key.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
@RequiredArgsConstructor
class OnceOnly extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String FIELD = "_key";
    private static final int LONGEST_KEY = 200;

    private final OnceOnlyKeys keys;
    private final KeyRefusal refusal;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = CurrentViewer.of(request);
        var key = keyOf(request);
        if (viewer.isEmpty() || key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        long user = viewer.get().id().value();
        var counted = new FingerprintedRequest(request);
        var before = keys.claim(user, key.get(), request.getRequestURI());
        if (before.isEmpty()) {
            record(user, key.get(), counted, response, chain);
        } else {
            replay(before.get(), counted, response);
        }
    }

    private void record(
            long user, String key, FingerprintedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var cached = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, cached);
            int status = cached.getStatus();
            done = status == 201 || status == 202 || status >= 300 && status < 400;
            if (done) {
                keys.remember(
                        user,
                        key,
                        new OnceOnlyKeys.Answer(
                                request.fingerprint(),
                                status,
                                cached.getContentType(),
                                cached.getHeader(HttpHeaders.LOCATION),
                                cached.getContentAsByteArray()));
            }
        } finally {
            if (!done) {
                keys.free(user, key);
            }
            cached.copyBodyToResponse();
        }
    }

    private void replay(OnceOnlyKeys.Claim before, FingerprintedRequest request, HttpServletResponse response)
            throws IOException {
        var answer = before.answer();
        if (answer == null) {
            refusal.stillRunning(request, response);
            return;
        }
        request.drain();
        if (!request.getRequestURI().equals(before.path())
                || !request.fingerprint().equals(answer.fingerprint())) {
            refusal.usedOtherwise(request, response);
            return;
        }
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.getOutputStream().write(answer.body());
    }

    private static Optional<String> keyOf(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        var key = request.getRequestURI().startsWith("/api/") ? request.getHeader(HEADER) : formKey(request);
        return Optional.ofNullable(key).filter(text -> !text.isBlank() && text.length() <= LONGEST_KEY);
    }

    private static @Nullable String formKey(HttpServletRequest request) {
        var type = request.getContentType();
        boolean form = type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                        || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
        return form ? request.getParameter(FIELD) : null;
    }
}
