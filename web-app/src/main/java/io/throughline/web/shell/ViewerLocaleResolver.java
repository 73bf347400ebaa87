package io.throughline.web.shell;

import io.throughline.web.security.CurrentViewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;

/**
 * Language and time zone of a request: {@code ?lang=} for once, then the viewer's own, then the cookie of the browser,
 * then what the browser asks for, then Chinese.
 */
class ViewerLocaleResolver extends AbstractLocaleContextResolver {

    static final String PARAMETER = "lang";

    private final ZoneId zone;

    ViewerLocaleResolver(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        var viewer = CurrentViewer.of(request);
        var zoneOfViewer = viewer.map(v -> v.zone()).orElse(zone);
        var locale = asked(request)
                .or(() -> isProgram(request) ? accepted(request) : Optional.empty())
                .or(() -> viewer.flatMap(v -> Languages.of(v.locale())))
                .or(() -> Preferences.language(request))
                .or(() -> accepted(request))
                .orElse(Languages.CHINESE);
        return new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(zoneOfViewer));
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the language is a setting of the viewer");
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Languages::of);
    }

    /** A program says what it wants with each call; its owner's setting is for pages. */
    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Languages.of(locale).stream())
                .findFirst();
    }
}
