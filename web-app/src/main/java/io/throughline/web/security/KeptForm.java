package io.throughline.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * What somebody typed into a form that could not be taken in: the session was over, the database away, the limit reached.
 * It is shown once more, to be sent again; nothing is sent without a click. Passwords and the like are never kept, and
 * nothing that a page of another site sent in the person's name.
 *
 * @param path where the form goes, within the application
 * @param fields name and values, as typed
 * @param filesLost whether there were files, which have to be chosen again
 */
public record KeptForm(String path, Map<String, List<String>> fields, boolean filesLost) {

    private static final int LONGEST = 512 * 1024;
    private static final int LONGEST_PATH = 500;
    private static final Set<String> OURS = Set.of("_csrf", KeptForms.FIELD);
    private static final Pattern SECRET = Pattern.compile("(?i)password|current|repeated|token|secret|code");
    private static final Pattern NOT_KEPT =
            Pattern.compile("/(login|logout|setup|preferences|session|reset-password|forgot-password|s/|kept|error"
                    + "|account/(password|second-factor|tokens)).*");
    private static final Pattern TYPED = Pattern.compile("(?s).*[\\s\\P{ASCII}].*|.{21,}");

    /** Empty for what is no form of ours, or holds nothing somebody typed. */
    public static Optional<KeptForm> of(HttpServletRequest request) {
        var path = OwnAddress.inside(path(request));
        if (!isForm(request)
                || !isFromOurPage(request)
                || NOT_KEPT.matcher(path).matches()
                || path.length() > LONGEST_PATH) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OURS.contains(name) && !SECRET.matcher(name).matches()) {
                fields.put(name, Arrays.asList(values));
            }
        });
        var kept = new KeptForm(path, fields, isMultipart(request));
        return kept.length() > LONGEST || kept.typed().isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    /** What reads like words, to be seen and mended before it is sent again. */
    public List<Field> typed() {
        return all().filter(Field::isTyped).toList();
    }

    /** Numbers, choices and the like, sent along unseen. */
    public List<Field> others() {
        return all().filter(field -> !field.isTyped()).toList();
    }

    private Stream<Field> all() {
        return fields.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)));
    }

    private long length() {
        return all().mapToLong(field -> field.name().length() + field.value().length())
                .sum();
    }

    /** The address asked for, also where the request was handed on to an error page. */
    private static String path(HttpServletRequest request) {
        for (var attribute :
                new String[] {RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI}) {
            if (request.getAttribute(attribute) instanceof String asked) {
                return asked.substring(request.getContextPath().length());
            }
        }
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && request.getHeader("HX-Request") == null
                && type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || isMultipart(request));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** As the browser says, which a page of another site cannot forge. */
    private static boolean isFromOurPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null ? isOwnHost(request.getHeader(HttpHeaders.ORIGIN), request) : site.equals("same-origin");
    }

    private static boolean isOwnHost(@Nullable String origin, HttpServletRequest request) {
        try {
            return origin != null
                    && request.getServerName()
                            .equalsIgnoreCase(URI.create(origin).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One value of one box of the form. */
    public record Field(String name, String value) {

        boolean isTyped() {
            return TYPED.matcher(value).matches();
        }

        public boolean isLong() {
            return value.length() > 80 || value.indexOf('\n') >= 0;
        }
    }
}
