package io.throughline.aftersales.assignment;

import org.jspecify.annotations.Nullable;

/**
 * What came of a rule on a ticket.
 *
 * @param reason why the chosen one was; null where nobody was
 */
public record AssignmentOutcome(
        String number, AssignmentChoice choice, @Nullable AssignmentReason reason) {}
