package io.throughline.web.shell;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Sentences stored as a message key and data, told in the reader's language, as {@code ${@sentences}} in templates.
 *
 * <p>Places have names: {@code {actor} 通过了 {gate:GatePhase}}; with a type behind the colon the value is an enum
 * constant and becomes {@code enum.GatePhase.<value>}. A place without a value stays empty.
 */
@Component("sentences")
@RequiredArgsConstructor
public class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(\\w+))?}");

    private final MessageSource messages;

    /** In the language of the request. */
    public String text(String key, Map<String, ? extends @Nullable Object> data) {
        return text(key, data, LocaleContextHolder.getLocale());
    }

    /** The key itself where no feature has the message any more. */
    public String text(String key, Map<String, ? extends @Nullable Object> data, Locale locale) {
        var template = messages.getMessage(key, null, null, locale);
        return template == null ? key : fill(template, data, locale);
    }

    public String fill(String template, Map<String, ? extends @Nullable Object> data, Locale locale) {
        return PLACE.matcher(template).replaceAll(place -> {
            var value = data.get(place.group(1));
            var type = place.group(2);
            return java.util.regex.Matcher.quoteReplacement(value == null ? "" : word(type, value.toString(), locale));
        });
    }

    /** The name of a record; that of a job is its kind and has a word for it. */
    public String subject(String type, String label, Locale locale) {
        if (!type.equals("JOB")) {
            return label;
        }
        var word = messages.getMessage("job.kind." + label, null, label, locale);
        return word == null ? label : word;
    }

    public String subject(String type, String label) {
        return subject(type, label, LocaleContextHolder.getLocale());
    }

    private String word(@Nullable String type, String value, Locale locale) {
        if (type == null) {
            return value;
        }
        var word = messages.getMessage("enum." + type + "." + value, null, value, locale);
        return word == null ? value : word;
    }
}
