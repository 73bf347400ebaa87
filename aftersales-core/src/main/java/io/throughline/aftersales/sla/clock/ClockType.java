package io.throughline.aftersales.sla.clock;

/** What can be promised about a ticket; codes as in the glossary. */
public enum ClockType {
    /** Until a person of ours says the first public word. */
    FIRST_RESPONSE(false),
    /** Until a customer's message is answered; starts again with each message that nobody answered yet. */
    NEXT_RESPONSE(false),
    /** Until a complainant is told that we have the complaint. */
    ACKNOWLEDGEMENT(false),
    /** Until a fault no longer stops the customer, by a workaround or a fix. */
    RESTORE(true),
    /** Until the matter is solved; on a diagnosis called fix. */
    RESOLUTION(true);

    private final boolean paused;

    ClockType(boolean paused) {
        this.paused = paused;
    }

    /** Whether waiting moves it (service rule 5). */
    public boolean isMovedByPauses() {
        return paused;
    }
}
