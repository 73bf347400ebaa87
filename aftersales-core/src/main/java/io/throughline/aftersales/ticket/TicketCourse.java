package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Puts a locked ticket into a status a person chose; merging has a command of its own. */
@Component
@RequiredArgsConstructor
class TicketCourse {

    private final TicketStatuses statuses;
    private final TicketRules rules;
    private final Clock clock;

    void apply(Ticket ticket, Viewer viewer, ChangeStatus command) {
        var status = statuses.require(command.status());
        if (status.is(TicketStatus.MERGED)) {
            throw new RuleViolation("aftersales.ticket.mergeInstead").at("status");
        }
        if (status.is(TicketStatus.ON_HOLD)) {
            hold(ticket, status, viewer, command);
        } else {
            ticket.moveTo(status, viewer, clock.instant(), command.reason());
        }
    }

    /** Into a built-in status, by the course of things. */
    void apply(Ticket ticket, Viewer viewer, String status) {
        ticket.moveTo(statuses.require(status), viewer, clock.instant(), null);
    }

    private void hold(Ticket ticket, TicketStatus onHold, Viewer viewer, ChangeStatus command) {
        var reason = command.reason();
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation("aftersales.ticket.holdNeedsReason").at("holdReason");
        }
        var until = command.until();
        var now = clock.instant();
        if (until == null || !until.isAfter(now.atZone(rules.companyZone()).toLocalDate())) {
            throw new RuleViolation("aftersales.ticket.holdNeedsDate").at("holdUntil");
        }
        ticket.hold(onHold, reason.strip(), until, viewer, now);
    }
}
