package io.throughline.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a form that changes a record remembers of when it was opened. */
final class HiddenFields {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(seen|version)\" value=\"([^\"]*)\"");

    private HiddenFields() {}

    static Map<String, String> of(MvcTestResult page) {
        var fields = new LinkedHashMap<String, String>();
        var html = text(page);
        HIDDEN.matcher(html).results().forEach(found -> fields.put(found.group(1), found.group(2)));
        assertThat(fields).as(html).containsKeys("seen", "version");
        return fields;
    }

    static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
