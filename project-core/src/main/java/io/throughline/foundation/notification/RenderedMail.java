package io.throughline.foundation.notification;

/**
 * A mail's words.
 *
 * @param subject one line; line breaks in it become blanks
 */
public record RenderedMail(String subject, String html, String text) {

    public RenderedMail {
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
