package io.throughline.aftersales.automation;

import io.throughline.aftersales.ticket.MessageId;
import io.throughline.aftersales.ticket.TicketAnswered;
import io.throughline.aftersales.ticket.TicketAssigned;
import io.throughline.aftersales.ticket.TicketChanged;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketOpened;
import io.throughline.aftersales.ticket.TicketStatusChanged;
import io.throughline.aftersales.ticket.Visibility;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens to tickets and writes down what some rule waits for, in the same transaction. */
@Component
@RequiredArgsConstructor
class AutomationTriggers {

    private final ActiveRules active;
    private final AutomationQueue queue;

    @EventListener
    void on(TicketOpened opened) {
        heard(opened.id(), Occasion.OPENED, null, opened.at());
    }

    /** A machine's word is nobody's: it starts no rule (service rules 6 and 22). */
    @EventListener
    void on(TicketAnswered word) {
        if (word.visibility() == Visibility.PUBLIC && !word.automatic()) {
            heard(
                    word.id(),
                    word.byCustomer() ? Occasion.CUSTOMER_WROTE : Occasion.ANSWERED,
                    word.message(),
                    word.at());
        }
    }

    /** The first status is no change. */
    @EventListener
    void on(TicketStatusChanged step) {
        if (step.from() != null) {
            heard(step.id(), Occasion.STATUS_CHANGED, null, step.at());
        }
    }

    @EventListener
    void on(TicketChanged change) {
        if (change.field().equals("PRIORITY")) {
            heard(change.id(), Occasion.PRIORITY_CHANGED, null, change.at());
        }
    }

    @EventListener
    void on(TicketAssigned assigned) {
        heard(assigned.id(), Occasion.ASSIGNED, null, assigned.at());
    }

    private void heard(TicketId ticket, Occasion occasion, @Nullable MessageId message, Instant at) {
        if (active.hears(occasion)) {
            queue.add(ticket, occasion, message, at);
        }
    }
}
