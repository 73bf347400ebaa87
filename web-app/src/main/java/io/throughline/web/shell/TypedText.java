package io.throughline.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person wrote into a form that could not be taken, so that an error page can hand it back. */
final class TypedText {

    private static final Pattern NOT_TYPED =
            Pattern.compile("_.*|seen|version|back|choice\\..*|.*(?i:password|token|secret|code)");
    private static final int LONGEST = 20_000;
    private static final int MOST = 20;
    private static final int SHORT = 8;

    private TypedText() {}

    static List<String> of(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? request.getParameterMap().entrySet().stream()
                        .filter(entry -> !NOT_TYPED.matcher(entry.getKey()).matches())
                        .flatMap(entry -> Arrays.stream(entry.getValue()))
                        .map(String::strip)
                        .filter(TypedText::isProse)
                        .map(text -> text.substring(0, Math.min(text.length(), LONGEST)))
                        .limit(MOST)
                        .toList()
                : List.of();
    }

    /** The page the form stood on, if it was one of ours; null otherwise. */
    static @Nullable String page(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) {
            return null;
        }
        try {
            var from = URI.create(referer);
            var here = URI.create(request.getRequestURL().toString());
            var path = from.getRawPath();
            if (!here.getAuthority().equals(from.getAuthority()) || path == null || path.startsWith("//")) {
                return null;
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Numbers, dates and choices are soon given again; sentences are not. */
    private static boolean isProse(String text) {
        return text.length() >= SHORT && text.chars().anyMatch(c -> Character.isWhitespace(c) || c > 0x7f)
                || text.length() >= SHORT * 3;
    }
}
