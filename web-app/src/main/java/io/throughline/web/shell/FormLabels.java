package io.throughline.web.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * How the fields of a page are called. The summary of errors stands above the fields and is rendered before them, so it
 * cannot ask them; the template that calls {@code component/field} says it once, and here it is read there.
 */
@Component("formLabels")
@RequiredArgsConstructor
public class FormLabels {

    private static final Pattern FIELD = Pattern.compile("path='([\\w.]+)', label=#\\{([\\w.]+)}");
    private static final Pattern USED = Pattern.compile("~\\{([\\w/-]+) ::");
    private static final Set<String> FRAMES = Set.of("layout", "component");

    private final ResourceLoader resources;
    private final Words words;

    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    /**
     * @param templates being rendered, the page first
     * @param field path of the form's property
     * @return null for a field whose label is put together elsewhere
     */
    public @Nullable String of(List<String> templates, String field) {
        var key = templates.isEmpty() ? null : keys(templates.get(0)).get(field);
        return key == null ? null : words.text(key);
    }

    /** Message keys by path, of the page and of the parts it is made of. */
    public Map<String, String> keys(String page) {
        return known.computeIfAbsent(page, this::read);
    }

    private Map<String, String> read(String page) {
        var labels = new HashMap<String, String>();
        var open = new LinkedHashSet<>(Set.of(page));
        var seen = new LinkedHashSet<String>();
        while (!open.isEmpty()) {
            var template = open.iterator().next();
            open.remove(template);
            seen.add(template);
            var markup = markup(template);
            FIELD.matcher(markup).results().forEach(found -> labels.putIfAbsent(found.group(1), found.group(2)));
            USED.matcher(markup)
                    .results()
                    .map(found -> found.group(1))
                    .filter(used -> !FRAMES.contains(used.split("/")[0]) && !seen.contains(used))
                    .forEach(open::add);
        }
        return Map.copyOf(labels);
    }

    private String markup(String template) {
        var resource = resources.getResource("classpath:templates/" + template + ".html");
        try {
            return resource.exists() ? resource.getContentAsString(StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
