package io.throughline.web.security;

import io.throughline.foundation.people.UserId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose session a browser held last, so that a form sent after its end can be kept for its writer and for nobody else. The
 * mark opens nothing; signing out removes it.
 */
@Component
class KnownBrowsers {

    private static final Duration KNOWN = Duration.ofDays(14);
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean tlsOnly;
    private final String cookie;

    KnownBrowsers(
            JdbcClient jdbc, Clock clock, @Value("${server.servlet.session.cookie.secure:false}") boolean tlsOnly) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tlsOnly = tlsOnly;
        this.cookie = tlsOnly ? "__Host-tl-last" : "tl-last";
    }

    void remember(UserId user, HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var mark = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        jdbc.sql("""
                        with old as (delete from foundation.known_browser where mark_hash = :before or since < :oldest)
                        insert into foundation.known_browser (mark_hash, user_id, since) values (:mark, :user, :now)
                        """)
                .param("before", markOf(request).map(KnownBrowsers::hash).orElse(""))
                .param("oldest", Timestamp.from(now.minus(KNOWN)))
                .param("mark", hash(mark))
                .param("user", user.value())
                .param("now", Timestamp.from(now))
                .update();
        write(mark, KNOWN, response);
    }

    Optional<UserId> lastUser(HttpServletRequest request) {
        return markOf(request).flatMap(mark -> jdbc.sql("""
                        select b.user_id from foundation.known_browser b
                          join foundation.app_user u on u.id = b.user_id and u.active
                         where b.mark_hash = ? and b.since >= ?
                        """)
                .params(hash(mark), Timestamp.from(clock.instant().minus(KNOWN)))
                .query(Long.class)
                .optional()
                .map(UserId::new));
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        markOf(request).ifPresent(mark -> {
            jdbc.sql("delete from foundation.known_browser where mark_hash = ?")
                    .param(hash(mark))
                    .update();
            write("", Duration.ZERO, response);
        });
    }

    private Optional<String> markOf(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(each -> each.getName().equals(cookie))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    private void write(String value, Duration age, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(tlsOnly)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static String hash(String mark) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(mark.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
