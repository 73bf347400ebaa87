package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;

/**
 * Which status may follow which (service rule 16).
 *
 * <p>Open and paused statuses follow each other freely, only nothing becomes new again. Resolved comes after any of
 * them, and leads back to in progress or on to closed. Closed comes after resolved, cancelled and merged after anything
 * that is not closed, and nothing comes after those.
 */
final class StatusCourse {

    private StatusCourse() {}

    static void require(String from, StatusCategory category, TicketStatus to) {
        if (!leads(from, category, to)) {
            throw new RuleViolation("aftersales.ticket.noSuchWay", from, to.code()).at("status");
        }
    }

    static boolean leads(String from, StatusCategory category, TicketStatus to) {
        if (category == StatusCategory.CLOSED || from.equals(to.code()) && !to.is(TicketStatus.ON_HOLD)) {
            return false;
        }
        return switch (to.category()) {
            case OPEN, PAUSED -> !to.is(TicketStatus.NEW) && (category.isLive() || to.is(TicketStatus.IN_PROGRESS));
            case RESOLVED -> category.isLive();
            case CLOSED ->
                category == StatusCategory.RESOLVED || to.is(TicketStatus.CANCELLED) || to.is(TicketStatus.MERGED);
        };
    }
}
