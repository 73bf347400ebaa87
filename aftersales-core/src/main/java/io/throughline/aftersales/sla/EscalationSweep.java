package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredLevel.State;
import io.throughline.aftersales.ticket.EscalateTicket;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketEscalations;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.people.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every twenty seconds: runs the levels of escalation whose time has come, those of one ticket in their order and in one
 * transaction with what they do (service rule 14). What came while nothing ran runs now and keeps its true time.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class EscalationSweep implements RecurringWork {

    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int BATCH = 500;

    private final LevelRows rows;
    private final TicketEscalations escalations;
    private final SlaNotices notices;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    @Override
    public String name() {
        return "aftersales.sla.escalations";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        var batch = rows.due(now, 0, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(ticket -> tried(ticket, now));
            batch = batch.size() < BATCH ? List.of() : rows.due(now, batch.get(BATCH - 1), BATCH);
        }
    }

    /** One ticket that cannot be escalated does not keep the others waiting; it is tried again with the next sweep. */
    private void tried(long ticket, Instant now) {
        try {
            transactions.executeWithoutResult(status -> escalate(ticket, now));
        } catch (RuntimeException failed) {
            log.error("escalation of ticket {} failed", ticket, failed);
        }
    }

    /** Under the ticket's lock, so that each level runs once on any number of nodes and sees what was done before it. */
    void escalate(long ticket, Instant now) {
        jdbc.sql("""
                        select t.kind, t.priority, t.team_id, t.assignee_id from aftersales.ticket t
                         where t.id = ? and t.live
                           for update
                        """)
                .param(ticket)
                .query((row, n) -> new Standing(
                        TicketKind.valueOf(row.getString("kind")),
                        Priority.valueOf(row.getString("priority")),
                        row.getObject("team_id", Long.class),
                        row.getObject("assignee_id", Long.class)))
                .optional()
                .ifPresent(standing -> escalate(ticket, standing, now));
    }

    private void escalate(long ticket, Standing standing, Instant now) {
        var due = rows.of(List.of(ticket)).getOrDefault(ticket, List.of()).stream()
                .filter(level -> level.isWaiting() && !level.due().isAfter(now))
                .toList();
        var current = standing;
        for (var stored : due) {
            var level = stored.level();
            boolean fits = current.fits(level);
            rows.put(List.of(stored.in(fits ? State.RAN : State.PASSED, now)));
            if (fits) {
                run(stored, level);
                current = current.after(level);
            }
        }
    }

    private void run(StoredLevel stored, EscalationLevel level) {
        escalations.run(
                Viewer.system("sla"),
                new TicketId(stored.ticket()),
                new EscalateTicket(
                        "%s %d %s".formatted(stored.clock().type(), stored.number(), stored.due()),
                        level.raise(),
                        level.assignee(),
                        level.team()));
        notices.escalated(stored, level);
    }

    /** What of the ticket its criteria ask for. */
    private record Standing(
            TicketKind kind,
            Priority priority,
            @Nullable Long team,
            @Nullable Long assignee) {

        boolean fits(EscalationLevel level) {
            return (level.kinds().isEmpty() || level.kinds().contains(kind))
                    && (level.priorities().isEmpty() || level.priorities().contains(priority))
                    && (level.teams().isEmpty() || team != null && level.teams().contains(team))
                    && (!level.unassigned() || assignee == null);
        }

        Standing after(EscalationLevel level) {
            return new Standing(
                    kind,
                    level.raise() ? priority.higher() : priority,
                    level.team() == null ? team : level.team(),
                    level.assignee() == null ? assignee : level.assignee());
        }
    }
}
