package io.throughline.aftersales.mail;

import io.throughline.foundation.notification.Letter;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
        var found = counted(address, ticket, now);
        if (found.unreached) {
            return Optional.of(Silence.UNDELIVERABLE);
        }
        boolean over = IntStream.range(0, LADDER.size()).anyMatch(i -> found.sent[i] >= LADDER.get(i).mails);
        return over ? Optional.of(Silence.LADDER) : Optional.empty();
    }

    private record Counted(boolean unreached, Integer[] sent) {}

    /** One after the other for each address: the lock is in a statement of its own, for what follows must see the other. */
    private Counted counted(String address, long ticket, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 21))")
                .param(address)
                .query((row, n) -> true)
                .single();
        return jdbc.sql("""
                        select exists (select 1 from aftersales.mail_failure where address = :address and at > :unreached),
                               array(select greatest(
                                        (select count(*) from aftersales.mail_automatic where recipient = :address and at > s),
                                        (select count(*) from aftersales.mail_automatic where ticket_id = :ticket and at > s))::int
                                       from unnest(cast(:since as timestamptz[])) with ordinality as l(s, place) order by place)
                        """)
                .param("address", address)
                .param("ticket", ticket)
                .param("unreached", Timestamp.from(now.minus(MailReach.UNREACHED)))
                .param(
                        "since",
                        LADDER.stream()
                                .map(step -> now.minus(Duration.ofMinutes(step.minutes))
                                        .toString())
                                .toArray(String[]::new))
                .query((row, n) -> new Counted(
                        row.getBoolean(1), (Integer[]) row.getArray(2).getArray()))
                .single();
    }

    /** An automatic mail leaves. */
    void count(String address, long ticket) {
        jdbc.sql("insert into aftersales.mail_automatic (ticket_id, recipient, at) values (?, ?, ?)")
                .params(ticket, address, Timestamp.from(clock.instant()))
                .update();
    }
}
