package io.throughline.foundation.notification;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written.
 *
 * @param to one bare address; anything else is refused with {@link RuleViolation}, so that nobody smuggles in a header
 *     or a second recipient
 * @param template name under {@code templates/mail}
 * @param data for the template; forgotten once the mail has left, so that a reset link does not stay behind
 * @param subject mails about the same record to the same address leave one after the other; null for none
 * @param envelope null for a notice that nobody answers
 */
public record Letter(
        String to,
        String template,
        Locale locale,
        Map<String, ? extends @Nullable Object> data,
        @Nullable SubjectRef subject,
        @Nullable Envelope envelope) {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    public Letter {
        if (!isAddress(to)) {
            throw new RuleViolation("foundation.notification.badAddress").at("email");
        }
    }

    public Letter(
            String to,
            String template,
            Locale locale,
            Map<String, ? extends @Nullable Object> data,
            @Nullable SubjectRef subject) {
        this(to, template, locale, data, subject, null);
    }

    /** Whether the text is one bare address that can be mailed to. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }
}
