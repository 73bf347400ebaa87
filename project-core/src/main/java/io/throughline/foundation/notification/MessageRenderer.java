package io.throughline.foundation.notification;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a template's name and data into words; the web application has the templates. */
public interface MessageRenderer {

    /**
     * @param template for example {@code password-reset}
     * @param data what was handed to the outbox
     */
    RenderedMail render(String template, Locale locale, Map<String, ? extends @Nullable Object> data);
}
