package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredClock.Key;
import io.throughline.aftersales.sla.TicketPasts.Told;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import io.throughline.foundation.model.NotFound;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts the tickets of a trial once more, from their past, under the terms that are tried, and writes each clock beside
 * the one that was kept. Escalations that would have raised a priority or handed a ticket on are not imagined.
 */
@Component
@RequiredArgsConstructor
class RunTrial implements JobHandler<RunTrial.Payload> {

    static final String KIND = "aftersales.sla.trial";

    private static final int BATCH = 200;
    private static final String PUT = """
            insert into aftersales.sla_trial_clock (trial_id, ticket_id, type, start_at, was, was_due, becomes, becomes_due)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final TicketPasts pasts;
    private final PolicyShelf shelf;
    private final ClockRows rows;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    record Payload(long trial) {}

    private record Trial(
            long id,
            LocalDate from,
            LocalDate until,
            @Nullable Long policy,
            @Nullable Long calendar) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    /** Started again after a node died, it begins anew. */
    @Override
    public JobResult run(JobContext context, Payload payload) {
        var trial = trial(payload.trial());
        jdbc.update("delete from aftersales.sla_trial_clock where trial_id = ?", trial.id());
        var policies = tried(trial);
        int done = 0;
        long last = 0;
        while (true) {
            context.checkCancelled();
            long from = last;
            var batch = transactions.execute(status -> batch(trial, policies, from));
            if (batch == null || batch.isEmpty()) {
                break;
            }
            done += batch.size();
            last = batch.get(batch.size() - 1);
            context.progress(done, 0);
        }
        jdbc.update(
                "update aftersales.sla_trial set tickets = ?, finished_at = ? where id = ?",
                done,
                Timestamp.from(clock.instant()),
                trial.id());
        return JobResult.of("aftersales.sla.trialDone", Map.of("tickets", done))
                .link("/admin/sla-policies/trials/" + trial.id());
    }

    /** The policies in force as if they had always held, with what is tried in place of what holds. */
    PolicyChoice tried(@Nullable Long policy, @Nullable Long calendar) {
        var inForce = shelf.inForce().all();
        var all = new ArrayList<PublishedPolicy>();
        inForce.stream()
                .filter(each -> policy == null || each.policy().value() != policy)
                .forEach(all::add);
        if (policy != null) {
            all.add(shelf.drafted(policy));
        }
        return new PolicyChoice(all.stream()
                .map(each -> new PublishedPolicy(
                        each.policy(),
                        each.version(),
                        each.number(),
                        Instant.MIN,
                        each.nameZh(),
                        each.nameEn(),
                        each.position(),
                        calendar == null ? each.terms() : each.terms().on(new WorkCalendarId(calendar))))
                .toList());
    }

    private PolicyChoice tried(Trial trial) {
        return tried(trial.policy(), trial.calendar());
    }

    private List<Long> batch(Trial trial, PolicyChoice policies, long after) {
        var tickets = jdbc.queryForList(
                """
                        select id from aftersales.ticket
                         where opened_at >= ? and opened_at < ? and id > ?
                         order by id
                         limit ?
                        """,
                Long.class,
                Date.valueOf(trial.from()),
                Date.valueOf(trial.until().plusDays(1)),
                after,
                BATCH);
        if (!tickets.isEmpty()) {
            var now = clock.instant();
            var told = pasts.of(tickets);
            var stored = rows.of(tickets);
            var promised = new PromisedClocks(policies, shelf.hoursOf(policies, told, now), now);
            jdbc.batchUpdate(
                    PUT,
                    told.stream()
                            .flatMap(
                                    ticket -> compared(
                                            trial.id(),
                                            ticket,
                                            stored.getOrDefault(ticket.ticket(), Map.of()),
                                            promised)
                                            .stream())
                            .toList());
        }
        return tickets;
    }

    private static List<Object[]> compared(
            long trial, Told ticket, Map<Key, StoredClock> was, PromisedClocks promised) {
        var becomes = promised.of(ticket, Map.of());
        var keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(becomes.keySet());
        return keys.stream()
                .map(key -> row(trial, ticket.ticket(), key, was.get(key), becomes.get(key)))
                .toList();
    }

    private static Object[] row(
            long trial, long ticket, Key key, @Nullable StoredClock was, @Nullable StoredClock becomes) {
        return new Object[] {
            trial,
            ticket,
            key.type().name(),
            Timestamp.from(key.start()),
            ClockOutcome.of(was).name(),
            due(was),
            ClockOutcome.of(becomes).name(),
            due(becomes)
        };
    }

    private static @Nullable Timestamp due(@Nullable StoredClock clock) {
        var due = clock == null ? null : clock.reading().due();
        return due == null ? null : Timestamp.from(due);
    }

    private Trial trial(long id) {
        return jdbc
                .query(
                        "select * from aftersales.sla_trial where id = ?",
                        (row, n) -> new Trial(
                                row.getLong("id"),
                                row.getObject("opened_from", LocalDate.class),
                                row.getObject("opened_until", LocalDate.class),
                                row.getObject("policy_id", Long.class),
                                row.getObject("calendar_id", Long.class)),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("sla-trial", id));
    }
}
