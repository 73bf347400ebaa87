package io.throughline.aftersales.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a level of escalation does to a ticket.
 *
 * @param said which level, for the history
 * @param raise whether the priority goes up by one
 * @param assigneeId who gets it; null, or somebody who has left, changes nothing
 * @param teamId the team that gets it; null, or a disbanded one, changes nothing
 */
public record EscalateTicket(
        String said,
        boolean raise,
        @Nullable Long assigneeId,
        @Nullable Long teamId) {}
