package io.throughline.aftersales.assignment;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every few seconds: gives waiting tickets to people, the most pressing first, each in a transaction of its own. A ticket
 * nobody may get is tried again a minute later; of its team nothing more is tried in the same round where nobody was there
 * for any ticket.
 */
@Component
@RequiredArgsConstructor
class AssignmentSweep implements RecurringWork {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Viewer SYSTEM = Viewer.system("assignment");

    private final AssignmentWaits waits;
    private final TicketAssignments assignments;
    private final TransactionOperations transactions;
    private final Clock clock;

    @Override
    public String name() {
        return "aftersales.assignment.waiting";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        drain();
    }

    /** On any number of nodes at once; returns when nothing waits that somebody may get and no other node is at. */
    void drain() {
        var dry = new HashSet<Long>();
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> one(dry)));
        }
    }

    private boolean one(Set<Long> dry) {
        var now = clock.instant();
        var next = waits.next(now, dry);
        next.ifPresent(waiting -> {
            if (!waits.isWanted(waiting)) {
                waits.remove(waiting.ticket());
            } else {
                var verdict = attempt(waiting.ticket());
                if (verdict != Verdict.CHOSEN) {
                    waits.postpone(waiting.ticket(), now.plus(AGAIN));
                }
                if (verdict == Verdict.NOBODY_ON_DUTY || verdict == Verdict.NO_MEMBERS) {
                    dry.add(waiting.team());
                }
            }
        });
        return next.isPresent();
    }

    private Verdict attempt(TicketId ticket) {
        return assignments.byRule(SYSTEM, ticket).choice().verdict();
    }
}
