package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * The cookies of the door, bound to TLS and to this very host where the session's is: the anti-forgery token, and the
 * page to come back to after signing in.
 */
@Configuration(proxyBeanMethods = false)
class DoorCookies {

    private final boolean tlsOnly;

    DoorCookies(@Value("${server.servlet.session.cookie.secure:false}") boolean tlsOnly) {
        this.tlsOnly = tlsOnly;
    }

    @Bean
    CookieCsrfTokenRepository antiForgeryTokens() {
        var tokens = new CookieCsrfTokenRepository();
        if (tlsOnly) {
            tokens.setCookieName("__Host-XSRF-TOKEN");
        }
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/").sameSite("Lax").httpOnly(true).secure(tlsOnly));
        return tokens;
    }

    /** Remembers pages only: nobody wants to come back to a stream of events or to a part of a page. */
    @Bean
    CookieRequestCache pagesToComeBackTo() {
        var pages = new CookieRequestCache();
        pages.setRequestMatcher(DoorCookies::isPage);
        pages.setCookieCustomizer(cookie -> {
            cookie.setAttribute("SameSite", "Lax");
            cookie.setSecure(tlsOnly);
        });
        return pages;
    }

    private static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && (accepted == null || accepted.contains(MediaType.TEXT_HTML_VALUE) || accepted.contains("*/*"));
    }
}
