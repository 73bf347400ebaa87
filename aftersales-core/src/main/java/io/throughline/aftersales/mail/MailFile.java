package io.throughline.aftersales.mail;

import org.jspecify.annotations.Nullable;

/**
 * A file of a mail.
 *
 * @param attachment id of what was made of it; null where it stays in the source alone
 * @param refused key of the rule for which it was left out
 */
public record MailFile(
        String name,
        String type,
        long size,
        boolean inline,
        @Nullable Long attachment,
        @Nullable String refused) {}
