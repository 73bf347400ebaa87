package io.throughline.foundation.notification;

import io.throughline.foundation.notification.MailCarrier.Refused;
import io.throughline.foundation.notification.MailCarrier.Trip;
import io.throughline.foundation.notification.MailCarrier.Unreachable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries waiting mails out, one transaction each, so that a death in between repeats at most one mail and loses none.
 *
 * <p>A row is taken under its lock, skipping those of other nodes, and only when no earlier mail about the same record
 * to the same address is still waiting; that keeps the order without a lock on the record, and lets nobody wait for
 * another's mailbox.
 */
@Slf4j
@Component
class OutboxDrain {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));
    private static final int LONGEST_ERROR = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutboxDrain(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What came of one mail. */
    private enum Outcome {
        NOTHING_DUE,
        SETTLED,
        UNREACHABLE
    }

    /**
     * Sends what is due until nothing is, or the condition ends it.
     *
     * @return false when the mail server could not be reached
     */
    boolean drain(MailCarrier carrier, MessageRenderer renderer, BooleanSupplier goOn) {
        if (!anythingDue()) {
            return true;
        }
        try (var trip = carrier.open()) {
            while (goOn.getAsBoolean()) {
                var outcome = transaction.execute(status -> sendNext(trip, renderer));
                if (outcome != Outcome.SETTLED) {
                    return outcome != Outcome.UNREACHABLE;
                }
            }
            return true;
        } catch (Unreachable e) {
            log.warn("the mail server cannot be reached: {}", e.getMessage());
            transaction.executeWithoutResult(status -> explainWaiting(e.getMessage()));
            return false;
        }
    }

    private boolean anythingDue() {
        return jdbc.sql("select exists (select 1 from foundation.outbox_mail where state = 'PENDING' and next_at <= ?)")
                .param(Times.sql(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private Outcome sendNext(Trip trip, MessageRenderer renderer) {
        var mail = next();
        if (mail == null) {
            return Outcome.NOTHING_DUE;
        }
        try {
            trip.send(
                    mail.recipient,
                    mail.messageId,
                    renderer.render(mail.template, mail.locale, mail.data).in(mail.envelope));
            settle(mail.id, OutboxState.SENT, null);
        } catch (Unreachable e) {
            log.warn("the mail server went away: {}", e.getMessage());
            explainWaiting(e.getMessage());
            return Outcome.UNREACHABLE;
        } catch (Refused e) {
            failed(mail, e.getMessage(), e.forGood());
        } catch (RuntimeException e) {
            log.error("mail {} cannot be made from template {}", mail.id, mail.template, e);
            failed(mail, e.toString(), false);
        }
        return Outcome.SETTLED;
    }

    private @Nullable Waiting next() {
        return jdbc.sql("""
                        select id, recipient, template, locale, data, message_id, envelope, attempts
                          from foundation.outbox_mail m
                         where state = 'PENDING' and next_at <= ?
                           and not exists (select 1 from foundation.outbox_mail e
                                            where e.subject_type = m.subject_type and e.subject_id = m.subject_id
                                              and e.recipient = m.recipient and e.state = 'PENDING' and e.id < m.id)
                         order by next_at, id limit 1 for update of m skip locked
                        """)
                .param(Times.sql(clock.instant()))
                .query((row, n) -> Waiting.of(row))
                .optional()
                .orElse(null);
    }

    private void failed(Waiting mail, @Nullable String reason, boolean forGood) {
        if (forGood || mail.attempts >= PAUSES.size()) {
            settle(mail.id, OutboxState.DEAD, reason);
            return;
        }
        jdbc.sql("update foundation.outbox_mail set attempts = attempts + 1, next_at = ?, last_error = ? where id = ?")
                .params(Times.sql(clock.instant().plus(PAUSES.get(mail.attempts))), cut(reason), mail.id)
                .update();
    }

    /** A sent mail forgets its data: they may hold a link that signs somebody in. */
    private void settle(long id, OutboxState state, @Nullable String reason) {
        jdbc.sql("""
                        update foundation.outbox_mail
                           set state = :state, attempts = attempts + 1, settled_at = :now, last_error = :reason,
                               data = case when :sent then '{}'::jsonb else data end
                         where id = :id
                        """)
                .param("state", state.name())
                .param("now", Times.sql(clock.instant()))
                .param("reason", reason == null ? null : cut(reason))
                .param("sent", state == OutboxState.SENT)
                .param("id", id)
                .update();
    }

    /** The administrator should see why nothing leaves; the attempts of the mails are not used up by it. */
    private void explainWaiting(@Nullable String reason) {
        jdbc.sql("""
                        update foundation.outbox_mail set last_error = ?
                         where id = (select id from foundation.outbox_mail where state = 'PENDING' and next_at <= ?
                                      order by next_at, id limit 1 for update skip locked)
                        """).params(cut(reason), Times.sql(clock.instant())).update();
    }

    private static String cut(@Nullable String reason) {
        var text = reason == null ? "" : reason;
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    private record Waiting(
            long id,
            String recipient,
            String template,
            Locale locale,
            Map<String, @Nullable Object> data,
            String messageId,
            @Nullable Envelope envelope,
            int attempts) {

        private static @Nullable Envelope envelope(@Nullable String json) {
            return json == null ? null : Json.read(json, Envelope.class);
        }

        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getLong("id"),
                    row.getString("recipient"),
                    row.getString("template"),
                    Locale.forLanguageTag(row.getString("locale")),
                    Json.read(row.getString("data")),
                    row.getString("message_id"),
                    envelope(row.getString("envelope")),
                    row.getInt("attempts"));
        }
    }
}
