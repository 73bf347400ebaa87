package io.throughline.web.mail;

import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.notification.MessageRenderer;
import io.throughline.foundation.notification.RenderedMail;
import io.throughline.web.shell.Company;
import io.throughline.web.shell.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Words of mails from {@code templates/mail/<name>.html} and {@code .txt}; the subject is the message {@code
 * mail.<name>.subject}, whose named places are filled from the data like those of notices.
 */
@Component
class TemplateRenderer implements MessageRenderer {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,79}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MailTemplates templates;
    private final Sentences sentences;
    private final MessageSource messages;
    private final Company company;
    private final String base;

    TemplateRenderer(
            MailTemplates templates,
            Sentences sentences,
            MessageSource messages,
            Company company,
            @Value("${throughline.base-url:http://localhost:${server.port:8080}}") String base) {
        this.templates = templates;
        this.sentences = sentences;
        this.messages = messages;
        this.company = company;
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    @Override
    public RenderedMail render(String template, Locale locale, Map<String, ? extends @Nullable Object> data) {
        if (!NAME.matcher(template).matches()) {
            throw new IllegalArgumentException("not a template's name: " + template);
        }
        var model = new HashMap<String, @Nullable Object>(data);
        model.put("base", base);
        model.put("company", company.name(locale));
        model.put("lang", locale.toLanguageTag());
        model.put("lines", lines(data, locale));
        model.put("answerable", template.startsWith("ticket-"));
        model.put("bigFiles", bigFiles(data));
        if (data.get("markdown") instanceof String markdown) {
            model.put("body", Markdown.html(markdown));
        }
        var subject = sentences.fill(
                messages.getMessage("mail." + template + ".subject", null, locale), withCount(data), locale);
        model.put("subject", subject);
        return new RenderedMail(
                subject,
                templates.fill("mail/" + template + ".html", locale, model),
                templates.fill("mail/" + template + ".txt", locale, model));
    }

    /** Files too big to go with the mail, with the addresses where they are. */
    private List<BigFile> bigFiles(Map<String, ? extends @Nullable Object> data) {
        if (!(data.get("links") instanceof List<?> links)) {
            return List.of();
        }
        return links.stream()
                .map(link -> (Map<?, ?>) link)
                .map(link -> new BigFile(
                        String.valueOf(link.get("name")),
                        DataSize.ofBytes(((Number) Objects.requireNonNull(link.get("size"))).longValue())
                                .toMegabytes(),
                        base + link.get("path")))
                .toList();
    }

    /** @param mebibytes rounded down; a file led to is at least one */
    record BigFile(String name, long mebibytes, String href) {}

    private static Map<String, @Nullable Object> withCount(Map<String, ? extends @Nullable Object> data) {
        var values = new HashMap<String, @Nullable Object>(data);
        if (data.get("notices") instanceof List<?> notices) {
            values.put("count", notices.size());
        }
        return values;
    }

    /** The notices of a digest as sentences in the reader's language and times of the reader's zone. */
    private List<Line> lines(Map<String, ? extends @Nullable Object> data, Locale locale) {
        if (!(data.get("notices") instanceof List<?> notices)) {
            return List.of();
        }
        var zone = ZoneId.of(String.valueOf(data.get("zone")));
        return notices.stream()
                .map(notice -> line((Map<?, ?>) notice, locale, zone))
                .toList();
    }

    private Line line(Map<?, ?> notice, Locale locale, ZoneId zone) {
        var path = notice.get("path");
        var at = Instant.parse(String.valueOf(notice.get("at")));
        return new Line(
                sentences.subject(String.valueOf(notice.get("type")), String.valueOf(notice.get("label")), locale),
                path == null ? null : base + path,
                sentences.text(String.valueOf(notice.get("kind")), values(notice.get("data")), locale),
                TIME.format(at.atZone(zone)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> values(@Nullable Object data) {
        return data instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /**
     * One notice of a digest.
     *
     * @param href full address; null where there is no page
     */
    record Line(String label, @Nullable String href, String text, String at) {}
}
