package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.DeliveryStatus;
import io.throughline.aftersales.mail.mime.ParsedMail;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Flags addresses that a mail of ours did not reach. Only the one a known mail of ours went to: anybody can make up a
 * report about anybody else.
 */
@Component
@RequiredArgsConstructor
class MailFailures {

    private final JdbcClient jdbc;
    private final Clock clock;

    void record(ParsedMail report, Plan plan) {
        if (plan.answered() == null) {
            return;
        }
        boolean onlyLate =
                !report.reports().isEmpty() && report.reports().stream().noneMatch(DeliveryStatus::isFailed);
        if (onlyLate) {
            return;
        }
        jdbc.sql("""
                        insert into aftersales.mail_failure (address, at, diagnostic, ticket_id)
                        select lower(recipient), :at, :diagnostic, :ticket from foundation.outbox_mail where message_id = :id
                        on conflict (address) do update
                           set at = excluded.at, diagnostic = excluded.diagnostic, ticket_id = excluded.ticket_id
                        """)
                .param("id", "<" + plan.answered() + ">")
                .param("at", Timestamp.from(clock.instant()))
                .param(
                        "diagnostic",
                        report.reports().stream()
                                .filter(DeliveryStatus::isFailed)
                                .findFirst()
                                .map(DeliveryStatus::diagnostic)
                                .orElse(null))
                .param("ticket", plan.ticket())
                .update();
    }
}
