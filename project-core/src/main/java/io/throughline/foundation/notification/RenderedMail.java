package io.throughline.foundation.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail's words.
 *
 * @param subject one line; line breaks in it become blanks
 * @param envelope null for a notice that nobody answers
 */
public record RenderedMail(
        String subject, String html, String text, @Nullable Envelope envelope) {

    public RenderedMail {
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    public RenderedMail(String subject, String html, String text) {
        this(subject, html, text, null);
    }

    RenderedMail in(@Nullable Envelope envelope) {
        return new RenderedMail(subject, html, text, envelope);
    }
}
