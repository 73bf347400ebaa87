package io.throughline.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The address of the page with its query, from which lists make their links: sorted otherwise, filtered further, one
 * page on. The state of a list lives in its address and nowhere else.
 *
 * <p>All methods answer addresses inside the application, with the context path.
 */
public final class Here {

    private static final List<String> CURSORS = List.of("after", "before");
    private static final String SORT = "sort";

    private final String path;
    private final Map<String, List<String>> query;

    private Here(String path, Map<String, List<String>> query) {
        this.path = path;
        this.query = query;
    }

    static Here of(HttpServletRequest request) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if ("GET".equals(request.getMethod())) {
            request.getParameterMap().forEach((name, values) -> {
                if (!name.startsWith("_") && !ViewerLocaleResolver.PARAMETER.equals(name)) {
                    query.put(name, Arrays.asList(values));
                }
            });
        }
        return new Here(request.getRequestURI(), query);
    }

    public String path() {
        return path;
    }

    /** The first value of a query parameter, empty text when absent. */
    public String value(String name) {
        var values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean has(String name) {
        return !value(name).isBlank();
    }

    /** This address with one parameter set anew; a list starts at its beginning again. */
    public String with(String name, Object value) {
        var changed = copyWithout(CURSORS);
        changed.put(name, List.of(value.toString()));
        return address(changed);
    }

    public String without(String... names) {
        var changed = copyWithout(CURSORS);
        Arrays.asList(names).forEach(changed::remove);
        return address(changed);
    }

    /** The next stretch of the list. */
    public String after(String cursor) {
        var changed = copyWithout(CURSORS);
        changed.put("after", List.of(cursor));
        return address(changed);
    }

    public String before(String cursor) {
        var changed = copyWithout(CURSORS);
        changed.put("before", List.of(cursor));
        return address(changed);
    }

    /** Sorted by the field; a second call turns the order round. */
    public String sortedBy(String field) {
        return with(SORT, value(SORT).equals(field) ? "-" + field : field);
    }

    /** {@code ascending}, {@code descending} or {@code none}, as {@code aria-sort} wants it. */
    public String sortOf(String field, @Nullable String standard) {
        var sort = has(SORT) ? value(SORT) : standard == null ? "" : standard;
        if (sort.equals(field)) {
            return "ascending";
        }
        return sort.equals("-" + field) ? "descending" : "none";
    }

    /** The whole list as a file: the same address with an ending, filters and order kept. */
    public String as(String ending) {
        var changed = copyWithout(CURSORS);
        changed.remove("peek");
        changed.remove("size");
        return new Here(path + "." + ending, changed).toString();
    }

    /** Every parameter of the query as one pair, for the hidden fields of a form that must not lose them. */
    public List<Map.Entry<String, String>> hidden(String... except) {
        var kept = copyWithout(CURSORS);
        Arrays.asList(except).forEach(kept::remove);
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        kept.forEach((name, values) -> values.forEach(value -> pairs.add(Map.entry(name, value))));
        return pairs;
    }

    @Override
    public String toString() {
        return address(query);
    }

    private Map<String, List<String>> copyWithout(List<String> names) {
        var copy = new LinkedHashMap<>(query);
        names.forEach(copy::remove);
        return copy;
    }

    private String address(Map<String, List<String>> parameters) {
        var text = new StringBuilder(path);
        char join = '?';
        for (var parameter : parameters.entrySet()) {
            for (var value : parameter.getValue()) {
                text.append(join).append(encode(parameter.getKey())).append('=').append(encode(value));
                join = '&';
            }
        }
        return text.toString();
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
