package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.DeliveryStatus;
import io.throughline.aftersales.mail.mime.MailAddress;
import io.throughline.aftersales.mail.mime.MailHeaders;
import io.throughline.aftersales.mail.mime.ParsedMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who or what wrote a mail, as its headers tell, and whether it may be answered by a machine (service rules 20 and 22).
 *
 * @param silence why no automatic answer is allowed; null where it is
 * @param certain whether headers say it and not only the subject
 */
record MailNature(Kind kind, @Nullable Silence silence, boolean certain) {

    enum Kind {
        PERSON,
        AUTOMATIC_REPLY,
        BOUNCE
    }

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final List<String> ROBOTS = List.of(
            "mailer-daemon",
            "noreply",
            "no-reply",
            "no_reply",
            "donotreply",
            "do-not-reply",
            "postmaster",
            "bounce",
            "bounces",
            "daemon",
            "autoreply",
            "auto-reply");
    private static final List<String> BOUNCERS = List.of("mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon");
    private static final List<String> REPLY_SUBJECTS = List.of(
            "automatic reply",
            "autoreply",
            "auto reply",
            "auto-reply",
            "out of office",
            "out of the office",
            "自动回复",
            "自动答复",
            "自動回覆",
            "自動回復",
            "外出自动回复",
            "automatische antwort",
            "abwesenheitsnotiz",
            "réponse automatique",
            "respuesta automática",
            "risposta automatica",
            "自動応答");
    private static final List<String> BOUNCE_SUBJECTS = List.of(
            "undeliver",
            "delivery status notification",
            "mail delivery failed",
            "delivery failure",
            "failure notice",
            "returned mail",
            "mail system error",
            "unzustellbar",
            "退信",
            "系统退信",
            "投递失败",
            "无法投递",
            "未送达",
            "無法傳遞",
            "邮件发送失败");

    static MailNature of(ParsedMail mail, Set<String> ownAddresses) {
        var headers = mail.headers();
        if (isBounce(mail)) {
            return new MailNature(Kind.BOUNCE, Silence.ROBOT, true);
        }
        var silence = silence(mail, ownAddresses).orElse(null);
        boolean marked = isReply(headers) || isReceipt(headers);
        boolean named = startsWithAny(mail.subject(), REPLY_SUBJECTS);
        if (marked || named) {
            return new MailNature(
                    Kind.AUTOMATIC_REPLY,
                    silence == null ? Silence.AUTO_SUBMITTED : silence,
                    marked || silence != null);
        }
        return new MailNature(Kind.PERSON, silence, true);
    }

    private static Optional<Silence> silence(ParsedMail mail, Set<String> ownAddresses) {
        var headers = mail.headers();
        var submitted = headers.first("auto-submitted").map(MailNature::word).orElse("no");
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return Optional.of(Silence.AUTO_SUBMITTED);
        }
        if (headers.first("precedence")
                .map(MailNature::word)
                .filter(BULK::contains)
                .isPresent()) {
            return Optional.of(Silence.PRECEDENCE);
        }
        if (headers.has("x-auto-response-suppress") || headers.has("x-autoreply") || headers.has("x-autorespond")) {
            return Optional.of(Silence.SUPPRESSED);
        }
        if (headers.has("list-id") || headers.has("list-unsubscribe") || headers.has("list-post")) {
            return Optional.of(Silence.MAILING_LIST);
        }
        if (headers.has("x-loop") || headers.has("x-throughline-instance")) {
            return Optional.of(Silence.LOOP_MARK);
        }
        if (headers.first("return-path")
                .filter(path -> path.replace(" ", "").equals("<>"))
                .isPresent()) {
            return Optional.of(Silence.EMPTY_RETURN_PATH);
        }
        var sender = mail.from();
        if (sender == null || mail.sender().isEmpty()) {
            return Optional.of(Silence.NO_ADDRESS);
        }
        if (isRobot(sender)) {
            return Optional.of(Silence.ROBOT);
        }
        return ownAddresses.contains(sender.address()) ? Optional.of(Silence.OWN_ADDRESS) : Optional.empty();
    }

    private static boolean isBounce(ParsedMail mail) {
        if (mail.reports().stream().anyMatch(DeliveryStatus::isFailed)) {
            return true;
        }
        var headers = mail.headers();
        var type = headers.first("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/report") && type.contains("delivery-status")) {
            return true;
        }
        if (headers.has("x-failed-recipients")) {
            return true;
        }
        var sender = mail.from();
        boolean nobody = headers.first("return-path")
                .filter(path -> path.replace(" ", "").equals("<>"))
                .isPresent();
        boolean bouncer = sender != null
                && BOUNCERS.stream().anyMatch(name -> sender.localPart().startsWith(name));
        return (bouncer || nobody) && containsAny(mail.subject(), BOUNCE_SUBJECTS);
    }

    private static boolean isReply(MailHeaders headers) {
        var submitted = headers.first("auto-submitted").map(MailNature::word).orElse("");
        return submitted.equals("auto-replied")
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.first("precedence")
                        .map(MailNature::word)
                        .filter("auto_reply"::equals)
                        .isPresent()
                || headers.first("x-autogenerated")
                        .map(MailNature::word)
                        .filter("reply"::equals)
                        .isPresent();
    }

    /** Somebody's program says that a mail was opened. */
    private static boolean isReceipt(MailHeaders headers) {
        var type = headers.first("content-type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/report") && type.contains("disposition-notification");
    }

    private static boolean isRobot(MailAddress sender) {
        var local = sender.localPart();
        return ROBOTS.stream()
                .anyMatch(name -> local.equals(name)
                        || local.startsWith(name + "-")
                        || local.startsWith(name + "+")
                        || local.startsWith(name + "."));
    }

    private static String word(String value) {
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWithAny(String subject, List<String> starts) {
        var text = subject.strip().toLowerCase(Locale.ROOT);
        return starts.stream()
                .anyMatch(start -> text.startsWith(start)
                        && (text.length() == start.length() || ":：( （-".indexOf(text.charAt(start.length())) >= 0));
    }

    private static boolean containsAny(String subject, List<String> parts) {
        var text = subject.toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(text::contains);
    }
}
