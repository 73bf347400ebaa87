package io.throughline.aftersales.sla;

import io.throughline.aftersales.ticket.TicketAnswered;
import io.throughline.aftersales.ticket.TicketChanged;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketOpened;
import io.throughline.aftersales.ticket.TicketStatusChanged;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears what happens to tickets and settles their clocks once, at the end of the same transaction: however many steps it
 * had, however many tickets it moved.
 */
@Component
@RequiredArgsConstructor
class ClockTriggers {

    /** The changes that can move a due time without anything having happened to the ticket (service rule 7). */
    private static final Set<String> CAUSES = Set.of("PRIORITY", "CUSTOMER", "KIND", "COMPLAINT");

    private final ClockKeeper keeper;

    @EventListener
    void on(TicketOpened opened) {
        touch(opened.id(), null);
    }

    @EventListener
    void on(TicketStatusChanged step) {
        touch(step.id(), null);
    }

    @EventListener
    void on(TicketAnswered answer) {
        touch(answer.id(), null);
    }

    @EventListener
    void on(TicketChanged change) {
        touch(change.id(), CAUSES.contains(change.field()) ? change.field() : null);
    }

    private void touch(TicketId ticket, @Nullable String cause) {
        touched().merge(ticket.value(), cause == null ? "" : cause, (first, next) -> first.isEmpty() ? next : first);
    }

    @SuppressWarnings("unchecked")
    private Map<Long, String> touched() {
        var known = TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return (Map<Long, String>) known;
        }
        var touched = new TreeMap<Long, String>();
        TransactionSynchronizationManager.bindResource(this, touched);
        TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(touched));
        return touched;
    }

    private void settle(Map<Long, String> touched) {
        var causes = new TreeMap<Long, @Nullable String>();
        touched.forEach((ticket, cause) -> causes.put(ticket, cause.isEmpty() ? null : cause));
        keeper.settle(causes, ClockKeeper.Occasion.EVENT);
    }

    @RequiredArgsConstructor
    private final class AtTheEnd implements TransactionSynchronization {

        private final Map<Long, String> touched;

        @Override
        public void beforeCommit(boolean readOnly) {
            settle(touched);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ClockTriggers.this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ClockTriggers.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ClockTriggers.this, touched);
        }
    }
}
