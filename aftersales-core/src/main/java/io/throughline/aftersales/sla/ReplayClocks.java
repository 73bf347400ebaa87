package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.TicketPasts.Told;
import io.throughline.aftersales.sla.clock.ClockReading;
import io.throughline.aftersales.sla.clock.Clocks;
import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts every stored clock again from history, with the policy version and the calendars that held then, and names each
 * that comes out otherwise (service rule 13). There must be none.
 */
@Component
class ReplayClocks implements JobHandler<ReplayClocks.Payload> {

    static final String KIND = "aftersales.sla.replay";

    private static final int BATCH = 200;
    private static final int MOST_NAMED = 100;

    private final TicketPasts pasts;
    private final PolicyShelf shelf;
    private final ClockRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    ReplayClocks(
            TicketPasts pasts,
            PolicyShelf shelf,
            ClockRows rows,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.pasts = pasts;
        this.shelf = shelf;
        this.rows = rows;
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Nothing to choose: all tickets. */
    record Payload() {}

    /** @param ticket its number */
    record Difference(String ticket, StoredClock stored) {}

    record Batch(long last, int clocks, List<Difference> differences) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    @Override
    public JobResult run(JobContext context, Payload payload) {
        int clocks = 0;
        int different = 0;
        long last = 0;
        while (true) {
            context.checkCancelled();
            long from = last;
            var batch = snapshot.execute(status -> replay(from));
            if (batch == null || batch.last() == 0) {
                return JobResult.of("aftersales.sla.replayed", Map.of("clocks", clocks, "differences", different));
            }
            for (var difference : batch.differences()) {
                if (different++ < MOST_NAMED) {
                    context.message(
                            "aftersales.sla.replayDiffers",
                            Map.of(
                                    "ticket", difference.ticket(),
                                    "clock",
                                            difference.stored().reading().type().name()));
                }
            }
            clocks += batch.clocks();
            last = batch.last();
        }
    }

    /** The tickets after this id, as far as one batch goes; {@code last} is 0 behind the end. */
    Batch replay(long after) {
        var tickets = jdbc.sql("""
                        select id from aftersales.ticket t
                         where id > ? and exists (select 1 from aftersales.ticket_clock c where c.ticket_id = t.id)
                         order by id
                         limit ?
                        """).params(after, BATCH).query(Long.class).list();
        if (tickets.isEmpty()) {
            return new Batch(0, 0, List.of());
        }
        var told = pasts.of(tickets).stream().collect(Collectors.toMap(Told::ticket, ticket -> ticket));
        var stored = rows.of(tickets).values().stream()
                .flatMap(clocks -> clocks.values().stream())
                .filter(clock -> !clock.withdrawn())
                .toList();
        var terms =
                shelf.termsOf(stored.stream().map(StoredClock::policyVersion).collect(Collectors.toSet()));
        var cases = stored.stream()
                .map(clock -> new Case(
                        clock,
                        Objects.requireNonNull(told.get(clock.ticket())),
                        Objects.requireNonNull(terms.get(clock.policyVersion()))))
                .toList();
        var hours = shelf.hours(cases.stream()
                .flatMap(one -> PolicyShelf.wanted(
                        one.terms(), one.clock().customerCalendar(), one.clock().calendarAsOf()))
                .toList());
        var differences = cases.stream()
                .filter(one -> !one.again(hours).contains(one.clock().reading()))
                .map(one -> new Difference(one.ticket().number(), one.clock()))
                .toList();
        return new Batch(tickets.get(tickets.size() - 1), stored.size(), differences);
    }

    private record Case(StoredClock clock, Told ticket, SlaTerms terms) {

        /** A clock still owed follows the priority; one that stopped keeps the target it stopped with. */
        List<ClockReading> again(PolicyShelf.Hours hours) {
            var type = clock.reading().type();
            var now = terms.target(type, ticket.traits().priority());
            var target = clock.isOwed() && now != null ? now : clock.reading().target();
            return new Clocks(hours.of(terms, clock.customerCalendar(), clock.calendarAsOf()), ticket.past())
                    .read(type, target);
        }
    }
}
