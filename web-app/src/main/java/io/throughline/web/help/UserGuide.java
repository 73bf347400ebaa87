package io.throughline.web.help;

import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.people.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The guide of {@code docs/user}, which the build copies to the class path, cut at its second-level headings.
 *
 * <p>What stands before the first of them is for readers of the repository. A line {@code <!-- staff -->} below a heading
 * keeps the section from portal users.
 */
@Component
class UserGuide {

    private static final String HEADING = "## ";
    private static final String STAFF = "<!-- staff -->";

    private final List<GuideSection> chinese = read("help/README.zh-CN.md");
    private final List<GuideSection> english = read("help/README.md");

    List<GuideSection> sections(Viewer viewer, Locale locale) {
        var guide = locale.getLanguage().equals("zh") ? chinese : english;
        return guide.stream()
                .filter(section -> viewer.isStaff() || !section.staffOnly())
                .toList();
    }

    private static List<GuideSection> read(String file) {
        try {
            return parse(new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the guide " + file + " is missing from the class path", e);
        }
    }

    static List<GuideSection> parse(String markdown) {
        var sections = new ArrayList<GuideSection>();
        String[] parts = markdown.split("(?m)^" + HEADING);
        for (int i = 1; i < parts.length; i++) {
            var lines = parts[i].split("\\R", 2);
            var body = lines.length > 1 ? lines[1] : "";
            sections.add(new GuideSection(
                    "part-" + i,
                    body.stripLeading().startsWith(STAFF),
                    lines[0].strip(),
                    Markdown.html(body.replace(STAFF, ""))));
        }
        return List.copyOf(sections);
    }
}
