package io.throughline.aftersales.mail.mime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail as far as it could be understood; nothing in it is safe to show as HTML.
 *
 * @param messageId without brackets; null when the sender gave none
 * @param inReplyTo ids without brackets
 * @param references ids without brackets, oldest first as they stand
 * @param from who wrote it: From, else Sender, else the envelope; null for nobody
 * @param recipients everybody it was addressed to or delivered to, envelope included
 * @param subject on one line; empty when there is none
 * @param sentAt as the sender's clock has it; null when it cannot be read
 * @param text the words a reader sees, quotations included, with line feeds
 * @param html as sent, not sanitised; null for a mail of plain text
 * @param reports what a mail server tells about mails of ours
 * @param returned headers of the mail that a report or a forwarded message carries
 */
public record ParsedMail(
        MailHeaders headers,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        @Nullable MailAddress from,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<MailAddress> recipients,
        String subject,
        @Nullable Instant sentAt,
        String text,
        @Nullable String html,
        List<Attached> attachments,
        List<DeliveryStatus> reports,
        @Nullable MailHeaders returned) {

    /** The address of whoever wrote it; empty for nobody. */
    public Optional<String> sender() {
        return Optional.ofNullable(from).map(MailAddress::address).filter(address -> address.indexOf('@') > 0);
    }
}
