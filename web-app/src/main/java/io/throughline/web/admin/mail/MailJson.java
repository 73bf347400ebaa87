package io.throughline.web.admin.mail;

import io.throughline.aftersales.mail.MailDetail;
import io.throughline.aftersales.mail.MailFile;
import io.throughline.aftersales.mail.MailOutcome;
import io.throughline.aftersales.mail.MailReason;
import io.throughline.aftersales.mail.MailState;
import io.throughline.aftersales.mail.Silence;
import io.throughline.aftersales.mail.TakenMail;
import io.throughline.aftersales.mail.mime.MailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came and what became of it.
 *
 * @param ticket number of the ticket it is in, or of the one it belongs to where it was refused
 * @param message id of the message it became
 * @param related number of the ticket it names but its sender has no part in
 * @param silence why it got no automatic answer; null where it got one
 * @param size of the source in bytes
 */
record MailJson(
        long id,
        MailState state,
        @Nullable MailOutcome outcome,
        @Nullable MailReason reason,
        @Nullable String ticket,
        @Nullable Long message,
        @Nullable String related,
        @Nullable Silence silence,
        @Nullable String messageId,
        @Nullable Person from,
        @Nullable String subject,
        Instant receivedAt,
        long size,
        List<File> files) {

    record Person(String name, String address) {

        static Person of(MailAddress address) {
            return new Person(address.name(), address.address());
        }
    }

    /**
     * @param attachment id under which it is downloaded; null where it stays in the source alone
     * @param refused key of the rule for which it was left out
     */
    record File(
            String name,
            String type,
            long size,
            boolean inline,
            @Nullable Long attachment,
            @Nullable String refused) {

        static File of(MailFile file) {
            return new File(file.name(), file.type(), file.size(), file.inline(), file.attachment(), file.refused());
        }
    }

    /**
     * @param text the words a reader sees
     * @param sentAt as the sender's clock has it
     */
    record Whole(
            MailJson mail,
            List<Person> to,
            List<Person> cc,
            @Nullable Instant sentAt,
            List<String> inReplyTo,
            List<String> references,
            String text,
            boolean html) {

        static Whole of(MailDetail detail) {
            var mail = detail.mail();
            return new Whole(
                    MailJson.of(detail.taken()),
                    mail.to().stream().map(Person::of).toList(),
                    mail.cc().stream().map(Person::of).toList(),
                    mail.sentAt(),
                    mail.inReplyTo(),
                    mail.references(),
                    mail.text(),
                    mail.html() != null);
        }
    }

    static MailJson of(TakenMail mail) {
        var sender = mail.sender();
        return new MailJson(
                mail.id(),
                mail.state(),
                mail.outcome(),
                mail.reason(),
                mail.ticket(),
                mail.message(),
                mail.related(),
                mail.silence(),
                mail.messageId(),
                sender == null ? null : new Person(String.valueOf(mail.senderName()), sender),
                mail.subject(),
                mail.receivedAt(),
                mail.size(),
                mail.files().stream().map(File::of).toList());
    }
}
