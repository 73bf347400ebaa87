package io.throughline.aftersales.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says became of a mail to one recipient (RFC 3464).
 *
 * @param recipient address in lower case
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
 * @param status for example {@code 5.1.1}
 * @param diagnostic the server's words
 */
public record DeliveryStatus(
        String recipient,
        String action,
        @Nullable String status,
        @Nullable String diagnostic) {

    private static final int MOST = 100;
    private static final int LONGEST = 500;

    public boolean isFailed() {
        return action.equals("failed");
    }

    static List<DeliveryStatus> read(byte[] content) {
        var found = new ArrayList<DeliveryStatus>();
        int at = 0;
        while (at < content.length && found.size() < MOST) {
            var block = MailHeaders.read(content, at, content.length);
            var recipient = block.headers()
                    .first("final-recipient")
                    .or(() -> block.headers().first("original-recipient"))
                    .orElse(null);
            if (recipient != null) {
                found.add(of(recipient, block.headers()));
            }
            at = block.content() > at
                    ? block.content()
                    : Lines.next(content, Lines.end(content, at, content.length), content.length);
        }
        return found;
    }

    private static DeliveryStatus of(String recipient, MailHeaders headers) {
        var action = headers.first("action").orElse("").toLowerCase(Locale.ROOT).strip();
        return new DeliveryStatus(
                MailAddress.clean(recipient
                        .substring(recipient.indexOf(';') + 1)
                        .replace("<", "")
                        .replace(">", "")),
                action,
                headers.first("status").map(DeliveryStatus::cut).orElse(null),
                headers.text("diagnostic-code").map(DeliveryStatus::cut).orElse(null));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
