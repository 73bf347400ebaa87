package io.throughline.aftersales.automation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a ticket and waits for the rules.
 *
 * @param cause what makes a run of a rule on the ticket the only one: {@code e17} for an event, {@code t…} with the moment
 *     from which a timed rule waited
 * @param message id of the message in question; null where it was none
 * @param chain ids of the rules whose doing it was, the oldest first; empty where a person or the customer did it
 */
record Heard(
        String cause,
        long ticket,
        Occasion occasion,
        @Nullable Long message,
        Instant at,
        List<Long> chain) {

    /** The same, one rule later. */
    Heard after(long rule) {
        var longer = Stream.concat(chain.stream(), Stream.of(rule)).toList();
        return new Heard(cause, ticket, occasion, message, at, longer);
    }
}
