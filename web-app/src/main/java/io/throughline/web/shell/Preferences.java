package io.throughline.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * How this browser likes its pages: theme, sidebar, single-letter keys, language before sign-in. Kept in cookies, so
 * that the server renders the page right the first time.
 */
public final class Preferences {

    private static final String THEME = "tl-theme";
    private static final String SIDEBAR = "tl-sidebar";
    private static final String KEYS = "tl-keys";
    private static final String LANGUAGE = "tl-lang";
    private static final Set<String> THEMES = Set.of("system", "light", "dark");

    private Preferences() {}

    /** {@code system}, {@code light} or {@code dark}. */
    public static String theme(HttpServletRequest request) {
        return value(request, THEME).filter(THEMES::contains).orElse("system");
    }

    /** {@code wide} or {@code narrow}. */
    public static String sidebar(HttpServletRequest request) {
        return value(request, SIDEBAR).filter("narrow"::equals).orElse("wide");
    }

    /** Whether single letters act as keys; on unless switched off. */
    public static boolean singleKeys(HttpServletRequest request) {
        return value(request, KEYS).filter("off"::equals).isEmpty();
    }

    static Optional<Locale> language(HttpServletRequest request) {
        return value(request, LANGUAGE).flatMap(Languages::of);
    }

    /** Anything but the three known themes counts as {@code system}. */
    public static void rememberTheme(HttpServletRequest request, HttpServletResponse response, String theme) {
        remember(request, response, THEME, THEMES.contains(theme) ? theme : "system");
    }

    public static void rememberSidebar(HttpServletRequest request, HttpServletResponse response, String width) {
        remember(request, response, SIDEBAR, "narrow".equals(width) ? "narrow" : "wide");
    }

    public static void rememberSingleKeys(HttpServletRequest request, HttpServletResponse response, boolean on) {
        remember(request, response, KEYS, on ? "on" : "off");
    }

    public static void rememberLanguage(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        remember(request, response, LANGUAGE, locale.toLanguageTag());
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
    }

    private static void remember(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value)
                .path(request.getContextPath() + "/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
