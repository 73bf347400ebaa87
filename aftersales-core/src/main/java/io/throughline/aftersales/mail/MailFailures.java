package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.DeliveryStatus;
import io.throughline.aftersales.mail.mime.ParsedMail;
import io.throughline.foundation.model.SubjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Flags addresses that a mail of ours did not reach. Only those a known mail of ours went to: anybody can make up a
 * report about anybody else. Of a mail to several, those the report names.
 */
@Component
@RequiredArgsConstructor
class MailFailures {

    private static final Pattern SERVERS_WORDS = Pattern.compile("^.{0,40}\\b[45]\\d\\d[ \\-#].*");
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param subject what the mail was about; null for those about nothing in particular */
    private record Sent(String address, @Nullable SubjectRef subject) {}

    void record(ParsedMail report, Plan plan) {
        if (plan.answered() == null || isOnlyLate(report)) {
            return;
        }
        var sent = jdbc.sql("""
                        select distinct lower(recipient) as address, subject_type, subject_id from foundation.outbox_mail
                         where message_id = ?
                        """)
                .param("<" + plan.answered() + ">")
                .query((row, n) -> new Sent(row.getString("address"), subject(row)))
                .list();
        var failed = failed(report, sent.stream().map(Sent::address).toList());
        failed.forEach((address, reason) -> flag(address, reason, plan.ticket()));
        for (var mail : sent) {
            if (mail.subject != null && failed.containsKey(mail.address)) {
                events.publishEvent(new MailReturned(mail.subject, mail.address, clock.instant()));
            }
        }
    }

    private static @Nullable SubjectRef subject(ResultSet row) throws SQLException {
        var type = row.getString("subject_type");
        return type == null ? null : new SubjectRef(type, row.getLong("subject_id"));
    }

    private static boolean isOnlyLate(ParsedMail report) {
        return !report.reports().isEmpty() && report.reports().stream().noneMatch(DeliveryStatus::isFailed);
    }

    /** Of the addresses a mail was sent to those it did not reach, each with the reason given. */
    private static Map<String, @Nullable String> failed(ParsedMail report, List<String> sent) {
        var found = new LinkedHashMap<String, @Nullable String>();
        for (var status : report.reports()) {
            if (status.isFailed() && sent.contains(status.recipient())) {
                found.put(status.recipient(), reason(status));
            }
        }
        if (found.isEmpty() && sent.size() == 1) {
            found.put(
                    sent.get(0),
                    report.reports().stream()
                            .filter(DeliveryStatus::isFailed)
                            .findFirst()
                            .map(MailFailures::reason)
                            .orElseGet(() -> reason(report.text())));
        } else if (found.isEmpty()) {
            var words = (report.headers().text("x-failed-recipients").orElse("") + " " + report.text())
                    .toLowerCase(Locale.ROOT);
            sent.stream().filter(words::contains).forEach(address -> found.put(address, reason(report.text())));
        }
        return found;
    }

    private static @Nullable String reason(DeliveryStatus status) {
        return status.diagnostic() == null ? status.status() : cut(status.diagnostic());
    }

    /** The line of an answer code, as most servers quote it in words meant for people. */
    private static @Nullable String reason(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> SERVERS_WORDS.matcher(line).matches())
                .findFirst()
                .map(MailFailures::cut)
                .orElse(null);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private void flag(String address, @Nullable String reason, @Nullable Long ticket) {
        jdbc.sql("""
                        insert into aftersales.mail_failure (address, at, diagnostic, ticket_id)
                        values (:address, :at, :diagnostic, :ticket)
                        on conflict (address) do update
                           set at = excluded.at, diagnostic = excluded.diagnostic, ticket_id = excluded.ticket_id,
                               cleared_at = null
                        """)
                .param("address", address)
                .param("at", Timestamp.from(clock.instant()))
                .param("diagnostic", reason)
                .param("ticket", ticket)
                .update();
    }
}
