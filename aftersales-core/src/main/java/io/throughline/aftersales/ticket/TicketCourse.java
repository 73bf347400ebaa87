package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a locked ticket into a status a person chose; merging has a command of its own. */
@Component
@RequiredArgsConstructor
class TicketCourse {

    private final TicketStatuses statuses;
    private final Clock clock;

    void apply(Ticket ticket, Viewer viewer, ChangeStatus command) {
        apply(ticket, viewer, command, clock.instant());
    }

    /** Throws {@link RuleViolation} for a status no person may choose, and for a hold without reason or date. */
    void check(String code, @Nullable String reason, @Nullable Instant until) {
        var status = statuses.require(code);
        if (status.is(TicketStatus.MERGED)) {
            throw new RuleViolation("aftersales.ticket.mergeInstead").at("status");
        }
        if (status.is(TicketStatus.ON_HOLD)) {
            if (reason == null || reason.isBlank()) {
                throw new RuleViolation("aftersales.ticket.holdNeedsReason").at("holdReason");
            }
            if (until == null || !until.isAfter(clock.instant())) {
                throw new RuleViolation("aftersales.ticket.holdNeedsDate").at("holdUntil");
            }
        }
    }

    /** The same at that moment. */
    void apply(Ticket ticket, Viewer viewer, ChangeStatus command, Instant at) {
        var status = statuses.require(command.status());
        check(command.status(), command.reason(), command.until());
        if (status.is(TicketStatus.ON_HOLD)) {
            ticket.hold(
                    status,
                    Objects.requireNonNull(command.reason()).strip(),
                    Objects.requireNonNull(command.until()),
                    viewer,
                    at);
        } else {
            ticket.moveTo(status, viewer, at, command.reason());
        }
    }

    /** Into a built-in status, by the course of things. */
    void apply(Ticket ticket, Viewer viewer, String status) {
        ticket.moveTo(statuses.require(status), viewer, clock.instant(), null);
    }
}
