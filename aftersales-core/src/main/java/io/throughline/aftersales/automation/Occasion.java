package io.throughline.aftersales.automation;

import org.jspecify.annotations.Nullable;

/** When an automation rule looks at a ticket: as something happens, or after nothing has happened for a while. */
public enum Occasion {
    OPENED(null),
    /** A further word of the customer, not the first. */
    CUSTOMER_WROTE(null),
    /** A public word of a person of ours. */
    ANSWERED(null),
    STATUS_CHANGED(null),
    PRIORITY_CHANGED(null),
    /** Another team or another owner. */
    ASSIGNED(null),
    /** The customer waits for an answer since. */
    UNANSWERED("t.awaiting_since"),
    /** We wait for a word of the customer since. */
    CUSTOMER_SILENT("case when t.awaiting_since is null then t.last_public_reply_at end"),
    /** Nothing at all happened since; what a rule does counts, so that it comes again after the same time. */
    UNTOUCHED("t.active_at");

    /** SQL on {@code aftersales.ticket t} for the moment the waiting began; null for what is not waited for. */
    private final @Nullable String since;

    Occasion(@Nullable String since) {
        this.since = since;
    }

    /** Whether the rule waits; otherwise it follows an event. */
    public boolean isTimed() {
        return since != null;
    }

    String since() {
        if (since == null) {
            throw new IllegalStateException("nothing is waited for: " + this);
        }
        return since;
    }
}
