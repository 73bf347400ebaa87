package io.throughline.web.mail;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The mails' own template engine; not a bean of the engine's type, which the pages' would then be told apart from. */
record MailTemplates(SpringTemplateEngine engine) {

    String fill(String template, Locale locale, Map<String, @Nullable Object> model) {
        return engine.process(template, new Context(locale, model));
    }
}
