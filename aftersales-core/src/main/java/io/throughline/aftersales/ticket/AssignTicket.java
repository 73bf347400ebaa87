package io.throughline.aftersales.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Hands a ticket to a team, a person, or both.
 *
 * @param teamId null takes it out of every team's queue
 * @param assigneeId null gives it back to the queue
 * @param version the version the form was filled from; null does not ask
 */
public record AssignTicket(
        @Nullable Long teamId,
        @Nullable Long assigneeId,
        @Nullable Integer version) {}
