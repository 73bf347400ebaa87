package io.throughline.aftersales.mail;

import io.throughline.foundation.notification.Letter;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps automatic mails from running in circles (service rules 20 and 21); every node counts in the same rows. */
@Component
@RequiredArgsConstructor
class AnswerGuard {

    /** So many in so many minutes, for one recipient and for one ticket. */
    private static final List<Step> LADDER =
            List.of(new Step(10, 10), new Step(20, 60), new Step(50, 240), new Step(100, 600));

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Step(int mails, int minutes) {}

    /** Why the address may not be answered by a machine now; empty where it may. */
    Optional<Silence> refusal(String address, long ticket) {
        if (!Letter.isAddress(address)) {
            return Optional.of(Silence.NO_ADDRESS);
        }
        var now = clock.instant();
        if (failedSince(address, now.minus(MailReach.UNREACHED))) {
            return Optional.of(Silence.UNDELIVERABLE);
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 21))")
                .param(address)
                .query((row, n) -> true)
                .single();
        boolean over = LADDER.stream().anyMatch(step -> sent(address, ticket, now, step) >= step.mails);
        return over ? Optional.of(Silence.LADDER) : Optional.empty();
    }

    /** An automatic mail leaves. */
    void count(String address, long ticket) {
        jdbc.sql("insert into aftersales.mail_automatic (ticket_id, recipient, at) values (?, ?, ?)")
                .params(ticket, address, Timestamp.from(clock.instant()))
                .update();
    }

    private boolean failedSince(String address, Instant since) {
        return jdbc.sql("select exists (select 1 from aftersales.mail_failure where address = ? and at > ?)")
                .params(address, Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    private int sent(String address, long ticket, Instant now, Step step) {
        return jdbc.sql("""
                        select greatest(
                            (select count(*) from aftersales.mail_automatic where recipient = :address and at > :since),
                            (select count(*) from aftersales.mail_automatic where ticket_id = :ticket and at > :since))
                        """)
                .param("address", address)
                .param("ticket", ticket)
                .param("since", Timestamp.from(now.minus(Duration.ofMinutes(step.minutes))))
                .query(Integer.class)
                .single();
    }
}
